import { deployment } from './kube';
import { applies, triesToApply, writes } from './kube-cases';
import type { LabCases } from './lab-cases';

const file = 'kube_folder/apa000dep.yml';
const object = 'deployment/apa000dep';
const create = 'kubectl create deployment apa000dep --image=httpd --replicas=3 --port=80';
const relabelled = `${create} --dry-run=client -o yaml | sed 's/app: apa000dep/app: apa000kube/'`;

/** What is typed for `ch08-deployment`. */
export const cases: LabCases = {
  right: {
    'the file by hand': applies(deployment),
    'kubectl create, relabelled, and no file': `${relabelled} | kubectl apply -f -`,
    'one replica at first, then kubectl scale': `${applies(deployment, ['replicas: 3', 'replicas: 1'])}
kubectl scale deployment/apa000dep --replicas=3
${writes(deployment)}`,
    'the first Pod left standing beside it': `kubectl run apa000pod --image=httpd --labels=app=apa000kube
${applies(deployment)}`,
  },
  wrong: {
    'written and not applied': {
      typed: writes(deployment),
      problems: [{ code: 'not-applied', values: { file, object, namespace: 'default' } }],
    },
    'applied in another namespace': {
      typed: `kubectl create namespace practice
${writes(deployment)}
kubectl apply -f ${file} -n practice`,
      problems: [
        { code: 'other-namespace', values: { object, found: 'practice', wanted: 'default' } },
      ],
    },
    'a template with another label than the selector': {
      typed: triesToApply(deployment, ['        app: apa000kube', '        app: apa000web']),
      problems: [
        {
          code: 'selector-mismatch',
          values: { place: file, line: '13', found: 'app=apa000web', wanted: 'app=apa000kube' },
        },
      ],
    },
    'replicas as a text': {
      typed: triesToApply(deployment, ['replicas: 3', 'replicas: "3"']),
      problems: [
        {
          code: 'value-is-text',
          values: { place: file, line: '6', path: 'spec.replicas', found: '"3"', wanted: '3' },
        },
      ],
    },
    'an image with a slip': {
      typed: applies(deployment, ['image: httpd', 'image: htttpd']),
      problems: [
        { code: 'pod-image-wrong', values: { place: file, found: 'htttpd', wanted: 'httpd' } },
      ],
    },
    'two replicas': {
      typed: applies(deployment, ['replicas: 3', 'replicas: 2']),
      problems: [{ code: 'replicas-wrong', values: { place: file, found: '2', wanted: '3' } }],
    },
    'two replicas by a command, beside the right file': {
      typed: `${applies(deployment)}
kubectl scale deployment/apa000dep --replicas=2`,
      problems: [{ code: 'not-applied', values: { file, object } }],
    },
    'kubectl create with its own label': {
      typed: create,
      problems: [
        {
          code: 'label-wrong',
          values: { place: object, found: 'apa000dep', wanted: 'apa000kube', line: '' },
        },
        {
          code: 'label-wrong',
          values: { place: object, found: 'apa000dep', wanted: 'apa000kube', line: '' },
        },
      ],
    },
    'another name': {
      typed: `kubectl create deployment apa000depp --image=httpd --replicas=3`,
      problems: [
        { code: 'object-missing', values: { object, similar: 'deployment/apa000depp', file } },
      ],
    },
    'a key with a slip': {
      typed: triesToApply(deployment, ['matchLabels', 'matchlabel']),
      problems: [
        {
          code: 'field-missing',
          values: { place: file, path: 'spec.selector.matchLabels', similar: 'matchlabel' },
        },
      ],
    },
    'a Pod in its place': {
      typed: applies(deployment, ['kind: Deployment', 'kind: deployment']) + ' || true',
      problems: [
        { code: 'kind-wrong', values: { place: file, found: 'deployment', wanted: 'Deployment' } },
      ],
    },
    'more than the quota of the namespace allows': {
      before: 'kubectl create quota few --hard=pods=1',
      typed: applies(deployment),
      until: `kubectl get replicasets -o jsonpath='{.items[*].status.conditions[*].type}' | grep -q ReplicaFailure`,
      problems: [{ code: 'quota-exceeded', values: { quota: 'few', limited: /pods=1/ } }],
    },
  },
};
