import type { KubeCases } from '../shared/manifest-cases';
import { rolledOut } from '../shared/lab-cases';

const object = 'deployment/apa000dep';
const onePod = '"$(kubectl get pods -l app=apa000kube -o name | tail -n 1)"';
const scaledAway = { code: 'pod-scaled-away', values: { object, pods: /^apa000dep-/ } };

/** Ways to see a Pod come back, and what only looks like it. */
export const cases: KubeCases = {
  right: {
    'one Pod': `kubectl delete ${onePod}`,
    'one Pod, by force': `kubectl delete ${onePod} --grace-period=0 --force`,
    'one Pod, without waiting for its end': `kubectl delete ${onePod} --wait=false`,
    'all Pods': 'kubectl delete pods -l app=apa000kube',
    'one Pod after the other': `kubectl delete ${onePod} && kubectl delete ${onePod}`,
  },
  wrong: {
    'only looked at': {
      typed: 'kubectl get pods',
      problems: [{ code: 'pod-not-deleted', values: { object, pods: /^apa000dep-.*, .*, / } }],
    },
    'fewer replicas, then as many again': {
      typed: `kubectl scale ${object} --replicas=2 && kubectl wait pods -l app=apa000kube --for=jsonpath='{.metadata.deletionTimestamp}' --timeout=1s; while [ "$(kubectl get pods -l app=apa000kube -o name | wc -l)" != 2 ]; do :; done; kubectl scale ${object} --replicas=3 && ${rolledOut('apa000dep')}`,
      problems: [scaledAway],
    },
    'all Pods started anew by a rollout': {
      typed: `kubectl rollout restart ${object} && ${rolledOut('apa000dep')}`,
      problems: [{ code: 'pod-not-deleted', values: { object } }],
    },
    'a Pod that nothing looks after': {
      typed:
        'kubectl run mine --image=httpd && kubectl wait pod/mine --for=condition=Ready && kubectl delete pod mine',
      problems: [{ code: 'pod-not-deleted', values: { object } }],
    },
    'only the container within': {
      typed: `kubectl exec ${onePod} -- sh -c 'kill 1'`,
      until: `kubectl get pods | grep -q '1 (.*ago)'`,
      problems: [{ code: 'pod-not-deleted', values: { object } }],
    },
    'the Deployment with its Pods': {
      typed: `kubectl delete ${object}`,
      problems: [{ code: 'not-applied', values: { object, namespace: 'default' } }],
    },
    'the Deployment, in another namespace now': {
      typed: `kubectl delete ${object} && kubectl create namespace other && kubectl apply -n other -f kube_folder/apa000dep.yml`,
      problems: [
        { code: 'other-namespace', values: { object, found: 'other', wanted: 'default' } },
      ],
    },
  },
  // As in the book, whose Deployment has five replicas at this point.
  walk: [
    {
      typed: `kubectl scale ${object} --replicas=4 && ${rolledOut('apa000dep')} && kubectl scale ${object} --replicas=5 && ${rolledOut('apa000dep')}`,
      problems: [scaledAway],
    },
  ],
};
