import type { KubeCases } from '../shared/manifest-cases';

const deployment = 'deployment/apa000dep';
const service = 'service/apa000ser';
const podsLeft = {
  code: 'pods-left',
  values: {
    object: deployment,
    pods: /^apa000dep-/,
    owners: /^replicaset\/apa000dep-\w+$/,
  },
};
const serviceLeft = { code: 'object-left', values: { object: service } };

/** Ways to delete everything, and ways that leave something. */
export const cases: KubeCases = {
  right: {
    'file by file':
      'kubectl delete -f kube_folder/apa000dep.yml && kubectl delete -f kube_folder/apa000ser.yml',
    'the whole folder': 'kubectl delete -f kube_folder',
    'by their names': `kubectl delete ${service} ${deployment}`,
    'after the Pods': `kubectl delete ${deployment} --cascade=foreground && kubectl delete ${service}`,
    'each by itself': `kubectl delete ${service} && kubectl delete ${deployment} --cascade=orphan && kubectl delete replicasets,pods -l app=apa000kube`,
    'the files, too': 'kubectl delete -f kube_folder && rm -r kube_folder',
  },
  wrong: {
    'only looked at': {
      typed: 'kubectl get all',
      problems: [{ code: 'object-left', values: { object: deployment } }, serviceLeft],
    },
    'without the Service': {
      typed: `kubectl delete ${deployment}`,
      until: '[ -z "$(kubectl get pods -l app=apa000kube -o name)" ]',
      problems: [serviceLeft],
    },
    'the Pods in place of their Deployment': {
      typed: `kubectl delete pods -l app=apa000kube && kubectl delete ${service}`,
      problems: [{ code: 'object-left', values: { object: deployment } }],
    },
    'the Deployment without what it made': {
      typed: `kubectl delete ${deployment} --cascade=orphan && kubectl delete ${service}`,
      problems: [podsLeft],
    },
    'Pods without an owner': {
      typed: `kubectl delete ${service} && kubectl delete ${deployment} --cascade=orphan && kubectl delete replicasets -l app=apa000kube --cascade=orphan`,
      problems: [{ code: 'pods-left', values: { object: deployment, owners: '' } }],
    },
    'fewer of them': {
      typed: `kubectl scale ${deployment} --replicas=0`,
      problems: [{ code: 'object-left', values: { object: deployment } }, serviceLeft],
    },
  },
  walk: [
    {
      typed: `kubectl delete ${deployment} --cascade=orphan`,
      problems: [podsLeft, serviceLeft],
    },
  ],
};
