import { podWasReplaced } from '../../src/kubernetes/checks/healed';
import { deployment } from '../../src/kubernetes/model/manifests';
import type { KubernetesLab } from '../../src/kubernetes/lab';

const id = 'ch08-self-heal';
const { name, app } = deployment.props;

/** 8-07: a deleted Pod comes back. */
export const selfHealLab: KubernetesLab = {
  id,
  section: '8-07',
  title: { ko: '지운 파드가 되살아나는 것 보기', en: 'A deleted Pod comes back' },
  platform: 'kubernetes',
  task: [
    {
      ko: '`kubectl get pods`로 파드의 이름을 봅니다.',
      en: 'List the names of the Pods with `kubectl get pods`.',
    },
    {
      ko: `\`${name}\` 디플로이먼트의 파드 하나를 지웁니다: \`kubectl delete pod 파드이름\``,
      en: `Delete one Pod of the Deployment \`${name}\`: \`kubectl delete pod NAME\``,
    },
    {
      ko: '`kubectl get pods`로 새 파드가 생긴 것을 봅니다. AGE가 가장 짧은 것입니다.',
      en: 'See the new one with `kubectl get pods`: it has the lowest AGE.',
    },
  ],
  hint: {
    ko: '`replicas`를 바꾸는 것이 아니라 파드를 지웁니다. 파드의 이름은 디플로이먼트의 이름으로 시작합니다.',
    en: "Delete a Pod, and leave `replicas` alone. The Pods' names begin with the name of the Deployment.",
  },
  setup: [deployment],
  solution: [deployment],
  deletesPodOf: app,
  checks: [podWasReplaced(deployment, id)],
};
