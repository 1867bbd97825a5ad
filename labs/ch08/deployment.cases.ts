import { deployment } from '../../src/kubernetes/model/manifests';
import {
  applies,
  slipped,
  triesToApply,
  writes,
  type KubeCases,
  type Slip,
} from '../shared/manifest-cases';

const file = 'kube_folder/apa000dep.yml';
const object = 'deployment/apa000dep';
const create = 'kubectl create deployment apa000dep --image=httpd --replicas=3 --port=80';
const relabelled = `${create} --dry-run=client -o yaml | sed 's/app: apa000dep/app: apa000kube/'`;

const anotherKind: Slip = {
  change: ['kind: Deployment', 'kind: deployment'],
  problem: {
    code: 'kind-wrong',
    values: { place: file, found: 'deployment', wanted: 'Deployment' },
  },
};
const replicasAsText: Slip = {
  change: ['replicas: 3', 'replicas: "3"'],
  problem: {
    code: 'value-is-text',
    values: { place: file, line: '6', path: 'spec.replicas', found: '"3"', wanted: '3' },
  },
};
const anotherLabel: Slip = {
  change: ['        app: apa000kube', '        app: apa000web'],
  problem: {
    code: 'selector-mismatch',
    values: { place: file, line: '13', found: 'app=apa000web', wanted: 'app=apa000kube' },
  },
};
const anotherImage: Slip = {
  change: ['image: httpd', 'image: htttpd'],
  problem: { code: 'pod-image-wrong', values: { place: file, found: 'htttpd', wanted: 'httpd' } },
};
const quota = 'kubectl create quota few --hard=pods=1';
const exceeded = { code: 'quota-exceeded', values: { quota: 'few', limited: /pods=1/ } };
const isLimited = `kubectl get replicasets -o jsonpath='{.items[*].status.conditions[*].type}' | grep -q ReplicaFailure`;
// Kubernetes waits longer after each try. The restart saves the reader that wait.
const withoutQuota = `kubectl delete quota few && kubectl rollout restart ${object}`;

/** What is typed for `ch08-deployment`. */
export const cases: KubeCases = {
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
    'the ending that Notepad adds': {
      typed: `${writes(deployment)}\nmv ${file} ${file}.txt`,
      problems: [{ code: 'file-missing', values: { file, similar: `${file}.txt` } }],
    },
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
    'a template with another label than the selector': slipped(deployment, anotherLabel),
    'replicas as a text': slipped(deployment, replicasAsText),
    'an image with a slip': slipped(deployment, anotherImage),
    'two replicas': slipped(deployment, {
      change: ['replicas: 3', 'replicas: 2'],
      problem: { code: 'replicas-wrong', values: { place: file, found: '2', wanted: '3' } },
    }),
    'two replicas by a command, beside the right file': {
      typed: `${applies(deployment)}
kubectl scale deployment/apa000dep --replicas=2`,
      problems: [{ code: 'not-applied', values: { file, object } }],
    },
    'both labels misspelt and applied, then mended in the file': {
      typed: `${writes(deployment)}
sed 's/app: apa000kube/app: apa000kub/' ${file} | kubectl apply -f -
! kubectl apply -f ${file}`,
      problems: [
        {
          code: 'not-applied',
          values: { file, object, fixed: 'selector', command: /^kubectl replace --force / },
        },
      ],
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
      mend: triesToApply(deployment),
    },
    'another name': {
      typed: `kubectl create deployment apa000depp --image=httpd --replicas=3`,
      problems: [
        { code: 'object-missing', values: { object, similar: 'deployment/apa000depp', file } },
      ],
      mend: writes(deployment),
    },
    'a key with a slip': slipped(deployment, {
      change: ['matchLabels', 'matchlabel'],
      problem: {
        code: 'yaml-name-misspelt',
        values: { file, line: '8', found: 'matchlabel', wanted: 'matchLabels' },
      },
    }),
    'a Pod in its place': slipped(deployment, anotherKind),
    'more than the quota of the namespace allows': {
      before: quota,
      typed: applies(deployment),
      until: isLimited,
      problems: [exceeded],
      mend: withoutQuota,
    },
  },
  walk: [
    {
      before: quota,
      ...slipped(deployment, anotherKind, replicasAsText, anotherLabel, anotherImage),
    },
    { typed: ':', until: isLimited, problems: [exceeded], mend: withoutQuota },
  ],
};
