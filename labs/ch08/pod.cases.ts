import { pod } from '../../src/kubernetes/model/manifests';
import { applies, slipped, writes, type Change, type KubeCases } from '../shared/manifest-cases';

const file = 'kube_folder/apa000pod.yml';
const object = 'pod/apa000pod';
const tab: Change = ['  name: apa000pod', '\tname: apa000pod'];
const unknownField: Change = ['spec:', 'spec:\n  restart: always'];
const tabbed = { code: 'yaml-tab', values: { file, line: '6' } };
const unknown = { code: 'yaml-unknown', values: { file, found: 'restart', under: 'spec' } };
const refused = { code: 'manifest-refused', values: { file, said: /restart/ } };
const notApplied = { code: 'not-applied', values: { file, object, namespace: 'default' } };
const elsewhere = {
  code: 'other-namespace',
  values: { object, found: 'practice', wanted: 'default' },
};
const appliesElsewhere = `kubectl create namespace practice
${writes(pod)}
kubectl apply -f ${file} -n practice`;

/** What is typed for `ch08-pod`. */
export const cases: KubeCases = {
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
      mend: writes(pod),
    },
    'written and not applied': {
      typed: writes(pod),
      problems: [notApplied],
    },
    'applied in another namespace': {
      typed: appliesElsewhere,
      problems: [elsewhere],
    },
    'a tab': slipped(pod, { change: tab, problem: tabbed }),
    'a line indented by one space too many': slipped(pod, {
      change: ['  name: apa000pod', '   name: apa000pod'],
      problem: { code: 'yaml-too-deep', values: { file, line: '6', under: 'metadata' } },
    }),
    'containers beside the spec': slipped(pod, {
      change: ['  containers:', 'containers:'],
      problem: { code: 'yaml-too-shallow', values: { file, line: '8', under: 'spec' } },
    }),
    'another label': slipped(pod, {
      change: ['app: apa000kube', 'app: apa000kub'],
      problem: {
        code: 'label-wrong',
        values: { place: file, line: '5', found: 'apa000kub', wanted: 'apa000kube' },
      },
    }),
    'an image with a slip': slipped(pod, {
      change: ['image: httpd', 'image: htppd'],
      problem: {
        code: 'pod-image-wrong',
        values: { place: file, found: 'htppd', wanted: 'httpd' },
      },
    }),
    'a port as a text': slipped(pod, {
      change: ['containerPort: 80', 'containerPort: "80"'],
      problem: { code: 'value-is-text', values: { place: file, found: '"80"', wanted: '80' } },
    }),
    'a field that the cluster does not know': slipped(pod, {
      change: unknownField,
      problem: refused,
    }),
    'the right file, and something else applied': {
      typed: `${writes(pod)}
kubectl run apa000pod --image=nginx --labels=app=apa000kube`,
      problems: [{ code: 'not-applied', values: { file, object } }],
    },
  },
  walk: [
    {
      typed: `${appliesElsewhere}\n${writes(pod, tab, unknownField)}`,
      problems: [tabbed, unknown],
      mend: writes(pod, unknownField),
    },
    { typed: ':', problems: [refused], mend: writes(pod) },
    { typed: ':', problems: [elsewhere], mend: 'kubectl delete namespace practice' },
  ],
};
