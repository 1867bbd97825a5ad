import { pod } from './kube';
import { applies, triesToApply, writes } from './kube-cases';
import type { LabCases } from './lab-cases';

const file = 'kube_folder/apa000pod.yml';

/** What is typed for `ch08-pod`. */
export const cases: LabCases = {
  right: {
    'the file by hand': applies(pod),
    'the same by kubectl run, and the file with comments': `${writes(pod, ['kind: Pod', '# 첫 파드\nkind: Pod'])}
kubectl run apa000pod --image=httpd --labels=app=apa000kube --port=80`,
    'a file that ends in .yaml, with more labels and a tag': `${writes(pod, ['app: apa000kube', 'app: apa000kube\n    tier: web'], ['image: httpd', 'image: docker.io/library/httpd:latest'])}
mv ${file} kube_folder/apa000pod.yaml
kubectl apply -f kube_folder/apa000pod.yaml`,
  },
  wrong: {
    'nothing at all': {
      typed: ':',
      problems: [{ code: 'file-missing', values: { file } }],
    },
    'written and not applied': {
      typed: writes(pod),
      problems: [
        { code: 'not-applied', values: { file, object: 'pod/apa000pod', namespace: 'default' } },
      ],
    },
    'applied in another namespace': {
      typed: `kubectl create namespace practice
${writes(pod)}
kubectl apply -f ${file} -n practice`,
      problems: [
        {
          code: 'other-namespace',
          values: { object: 'pod/apa000pod', found: 'practice', wanted: 'default' },
        },
      ],
    },
    'a tab': {
      typed: triesToApply(pod, ['  name: apa000pod', '\tname: apa000pod']),
      problems: [
        { code: 'manifest-unreadable', values: { file, line: '6', text: 'name: apa000pod' } },
      ],
    },
    'a line indented by one space too many': {
      typed: triesToApply(pod, ['  name: apa000pod', '   name: apa000pod']),
      problems: [{ code: 'manifest-unreadable', values: { file, line: '6' } }],
    },
    'containers beside the spec': {
      typed: triesToApply(pod, ['  containers:', 'containers:']),
      problems: [{ code: 'field-missing', values: { place: file, path: 'spec' } }],
    },
    'another label': {
      typed: applies(pod, ['app: apa000kube', 'app: apa000kub']),
      problems: [
        {
          code: 'label-wrong',
          values: { place: file, line: '5', found: 'apa000kub', wanted: 'apa000kube' },
        },
      ],
    },
    'an image with a slip': {
      typed: applies(pod, ['image: httpd', 'image: htppd']),
      problems: [
        { code: 'pod-image-wrong', values: { place: file, found: 'htppd', wanted: 'httpd' } },
      ],
    },
    'a port as a text': {
      typed: triesToApply(pod, ['containerPort: 80', 'containerPort: "80"']),
      problems: [{ code: 'value-is-text', values: { place: file, found: '"80"', wanted: '80' } }],
    },
    'a field that the cluster does not know': {
      typed: triesToApply(pod, ['spec:', 'spec:\n  restart: always']),
      problems: [{ code: 'manifest-refused', values: { file, said: /restart/ } }],
    },
    'the right file, and something else applied': {
      typed: `${writes(pod)}
kubectl run apa000pod --image=nginx --labels=app=apa000kube`,
      problems: [{ code: 'not-applied', values: { file, object: 'pod/apa000pod' } }],
    },
  },
};
