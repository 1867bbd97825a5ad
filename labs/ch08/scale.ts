import { isApplied } from '../../src/kubernetes/checks/cluster-object';
import { replicasAreReady } from '../../src/kubernetes/checks/rollout';
import { deployment, scaledDeployment, service } from '../../src/kubernetes/model/manifests';
import { applyCommand, readersPath } from '../../src/kubernetes/model/manifest-files';
import type { KubernetesLab } from '../../src/kubernetes/lab';

const file = readersPath(deployment);
const { name, replicas } = scaledDeployment.props;

/** 8-07: from three Pods to five. */
export const scaleLab: KubernetesLab = {
  id: 'ch08-scale',
  section: '8-07',
  title: { ko: '파드의 수 늘리기', en: 'More Pods' },
  platform: 'kubernetes',
  task: [
    {
      ko: `\`${file}\` 파일에서 파드의 수(\`replicas\`)를 ${replicas}개로 고칩니다.`,
      en: `Change \`replicas\` in the file \`${file}\` to ${replicas}.`,
    },
    {
      ko: `다시 적용합니다: \`${applyCommand(file)}\``,
      en: `Apply it again: \`${applyCommand(file)}\``,
    },
    {
      ko: `\`kubectl get pods\` 명령으로 \`${name}\` 디플로이먼트의 파드가 ${replicas}개인지 봅니다.`,
      en: `See ${replicas} Pods of the Deployment \`${name}\` with \`kubectl get pods\`.`,
    },
  ],
  hint: {
    ko: '파일을 저장한 다음에 적용해야 합니다. `kubectl scale`로 바꿔도 됩니다.',
    en: 'Save the file before you apply it. `kubectl scale` does it, too.',
  },
  setup: [deployment, service],
  solution: [scaledDeployment, service],
  checks: [isApplied(scaledDeployment), replicasAreReady(scaledDeployment)],
};
