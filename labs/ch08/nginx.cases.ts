import type { KubeCases } from '../shared/manifest-cases';
import { rolledOut } from '../shared/lab-cases';

const object = 'deployment/apa000dep';
const file = 'kube_folder/apa000dep.yml';
const typeInFile = (image: string) => `sed -i 's/image: .*/image: ${image}/' ${file}`;
const fewer = `sed -i 's/replicas: 5/replicas: 3/' ${file}`;
const asMany = `sed -i 's/replicas: 3/replicas: 5/' ${file}`;
const runsApache = `kubectl run apa000pod --image=httpd --labels=app=apa000kube && kubectl wait pod/apa000pod --for=condition=Ready --timeout=600s`;
const misspelt = {
  code: 'pod-image-wrong',
  values: { place: file, found: 'ngnix', wanted: 'nginx' },
};
const tooFew = { code: 'replicas-wrong', values: { place: file, found: '3', wanted: '5' } };
const apacheAnswers = {
  code: 'other-pods-answer',
  values: { object: 'service/apa000ser', pods: 'apa000pod', images: 'httpd' },
};
const noService = { code: 'not-applied', values: { object: 'service/apa000ser' } };
const setImage = (image: string) => `kubectl set image ${object} apa000ex91=${image}`;

/** Ways from Apache to nginx, and ways to miss it. */
export const cases: KubeCases = {
  right: {
    'a mended file, applied': `${typeInFile('nginx')} && kubectl apply -f ${file}`,
    'kubectl set image': setImage('nginx'),
    'kubectl set image, with the full name': setImage('docker.io/library/nginx:latest'),
    'kubectl edit': `KUBE_EDITOR="sed -i 's/image: httpd/image: nginx/'" kubectl edit ${object}`,
    'there, back, and there again': `${setImage('nginx')} && kubectl rollout undo ${object} && kubectl rollout undo ${object}`,
    'made anew': `${typeInFile('nginx')} && kubectl replace --force -f ${file}`,
  },
  wrong: {
    'the name typed wrong': {
      typed: `${typeInFile('ngnix')} && kubectl apply -f ${file}`,
      problems: [misspelt],
      mend: typeInFile('nginx'),
    },
    'a tag that there is not': {
      typed: setImage('nginx:0.0.0'),
      until: `kubectl get events | grep -q 'Failed .*nginx:0.0.0'`,
      problems: [{ code: 'pull-unreachable', values: { image: 'nginx:0.0.0' } }],
      mend: setImage('nginx'),
    },
    'a mended file that was never applied': {
      typed: typeInFile('nginx'),
      problems: [{ code: 'not-applied', values: { file, object, namespace: 'default' } }],
    },
    'undone again': {
      typed: `${setImage('nginx')} && ${rolledOut('apa000dep')} && kubectl rollout undo ${object}`,
      problems: [{ code: 'pod-image-wrong', values: { found: 'httpd', wanted: 'nginx' } }],
      mend: typeInFile('nginx'),
    },
    'fewer Pods besides': {
      typed: `${typeInFile('nginx')} && ${fewer} && kubectl apply -f ${file}`,
      problems: [tooFew],
      mend: asMany,
    },
    'a key typed wrong': {
      typed: `sed -i 's/image: httpd/imgae: nginx/' ${file} && ! kubectl apply -f ${file}`,
      problems: [{ code: 'yaml-name-misspelt', values: { file, found: 'imgae', wanted: 'image' } }],
      mend: `sed -i 's/imgae: /image: /' ${file}`,
    },
    'an Apache besides, under the same label': {
      typed: `${runsApache} && ${setImage('nginx')} && ${rolledOut('apa000dep')}`,
      problems: [apacheAnswers],
    },
    'without the Service': {
      typed: `${setImage('nginx')} && kubectl delete service apa000ser && ${rolledOut('apa000dep')}`,
      problems: [noService],
    },
  },
  walk: [
    {
      typed: `${runsApache} && ${typeInFile('ngnix')} && ${fewer} && kubectl delete service apa000ser`,
      problems: [tooFew, misspelt, noService],
      mend: `${typeInFile('nginx')} && ${asMany}`,
    },
    { typed: ':', problems: [apacheAnswers] },
  ],
};
