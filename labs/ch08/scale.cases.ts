import type { KubeCases } from '../shared/manifest-cases';
import { rolledOut } from '../shared/lab-cases';

const object = 'deployment/apa000dep';
const file = 'kube_folder/apa000dep.yml';
const typeInFile = (replicas: string) => `sed -i 's/replicas: .*/replicas: ${replicas}/' ${file}`;
const typeTab = `sed -i 's/^ *replicas: 3/\\treplicas: 5/' ${file}`;
const mendTab = (replicas: string) =>
  `sed -i 's/^\\treplicas: .*/  replicas: ${replicas}/' ${file}`;
const tabbed = { code: 'yaml-tab', values: { file, line: /^\d+$/ } };
const isText = {
  code: 'value-is-text',
  values: { place: file, path: 'spec.replicas', wanted: '5' },
};
const quota = 'kubectl create quota tight --hard=pods=4';
const exceeded = {
  code: 'quota-exceeded',
  values: { quota: 'tight', requested: 'pods=1', used: 'pods=4' },
};
const isExceeded = `kubectl get events | grep -q 'exceeded quota: tight'`;
const withoutQuota = `kubectl delete quota tight && ${rolledOut('apa000dep')}`;

/** Ways to five Pods, and ways to miss them. */
export const cases: KubeCases = {
  right: {
    'a mended file, applied': `${typeInFile('5')} && kubectl apply -f ${file}`,
    'a mended file, in place of what was there': `${typeInFile('5')} && kubectl replace -f ${file}`,
    'kubectl scale': `kubectl scale ${object} --replicas=5`,
    'kubectl scale by way of six': `kubectl scale -f ${file} --replicas=6 && kubectl scale -f ${file} --replicas=5`,
    'kubectl edit': `KUBE_EDITOR="sed -i 's/replicas: 3/replicas: 5/'" kubectl edit ${object}`,
    'kubectl patch': `kubectl patch ${object} -p '{"spec":{"replicas":5}}'`,
    'deleted, and made anew without a file': `kubectl delete ${object} && kubectl create deployment apa000dep --image=httpd --replicas=5 --dry-run=client -o yaml | sed 's/app: apa000dep/app: apa000kube/' | kubectl apply -f -`,
  },
  wrong: {
    'one too few': {
      typed: `kubectl scale ${object} --replicas=4`,
      problems: [{ code: 'replicas-wrong', values: { path: 'spec.replicas', wanted: '5' } }],
      mend: typeInFile('5'),
    },
    'one too many, by the file': {
      typed: `${typeInFile('6')} && kubectl apply -f ${file}`,
      problems: [
        { code: 'replicas-wrong', values: { place: file, line: /^\d+$/, found: '6', wanted: '5' } },
      ],
      mend: typeInFile('5'),
    },
    'a mended file that was never applied': {
      typed: typeInFile('5'),
      problems: [{ code: 'not-applied', values: { file, object, namespace: 'default' } }],
    },
    'the number as a text': {
      typed: `${typeInFile('"5"')} && ! kubectl apply -f ${file}`,
      problems: [isText],
      mend: typeInFile('5'),
    },
    'a tab in the file': {
      typed: `${typeTab} && ! kubectl apply -f ${file}`,
      problems: [tabbed],
      mend: mendTab('5'),
    },
    'in another namespace': {
      typed: `${typeInFile('5')} && kubectl delete ${object} && kubectl create namespace other && kubectl apply -n other -f ${file}`,
      problems: [
        { code: 'other-namespace', values: { object, found: 'other', wanted: 'default' } },
      ],
    },
    'more Pods than a quota allows': {
      typed: `${quota} && kubectl scale ${object} --replicas=5`,
      until: isExceeded,
      problems: [exceeded],
      mend: withoutQuota,
    },
    'more than the processors have': {
      typed: `kubectl set resources ${object} --requests=cpu=400m && ${rolledOut('apa000dep')} && kubectl scale ${object} --replicas=5 && kubectl set resources ${object} --requests=cpu=64`,
      until: `kubectl get events | grep -q FailedScheduling`,
      problems: [{ code: 'pod-unschedulable', values: { resource: 'cpu' } }],
      mend: `kubectl set resources ${object} --requests=cpu=10m && ${rolledOut('apa000dep')}`,
    },
  },
  walk: [
    { typed: `${quota} && ${typeTab}`, problems: [tabbed], mend: mendTab('"5"') },
    { typed: ':', problems: [isText], mend: typeInFile('5') },
    { typed: ':', until: isExceeded, problems: [exceeded], mend: withoutQuota },
  ],
};
