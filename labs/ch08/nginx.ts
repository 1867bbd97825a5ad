import { isApplied } from '../../src/kubernetes/checks/cluster-object';
import { nodePortShows } from '../../src/kubernetes/checks/node-port';
import { replicasAreReady } from '../../src/kubernetes/checks/rollout';
import {
  deployment,
  nginxDeployment,
  scaledDeployment,
  service,
} from '../../src/kubernetes/model/manifests';
import { applyCommand, objectName, readersPath } from '../../src/kubernetes/model/manifest-files';
import type { KubernetesLab } from '../../src/kubernetes/lab';
import { nodePortTask } from '../shared/page-task';
import { nginxWelcomePage } from '../shared/pages';

const file = readersPath(deployment);
const { image } = nginxDeployment.props;

/** 8-07: from Apache to nginx. */
export const nginxLab: KubernetesLab = {
  id: 'ch08-nginx',
  section: '8-07',
  title: { ko: '아파치를 nginx로 바꾸기', en: 'From Apache to nginx' },
  platform: 'kubernetes',
  task: [
    {
      ko: `\`${file}\` 파일에서 이미지(\`image\`)를 \`${image}\` 이미지로 바꿉니다.`,
      en: `Change \`image\` in the file \`${file}\` to \`${image}\`.`,
    },
    {
      ko: `다시 적용합니다: \`${applyCommand(file)}\``,
      en: `Apply it again: \`${applyCommand(file)}\``,
    },
    nodePortTask(service, nginxWelcomePage),
  ],
  hint: {
    ko: '이미지 이름의 철자에 조심합니다. 파드가 하나씩 새것으로 바뀝니다. `kubectl set image`로 바꿔도 됩니다.',
    en: "Mind the spelling of the image's name. The Pods are replaced a few at a time. `kubectl set image` does it, too.",
  },
  setup: [scaledDeployment, service],
  solution: [nginxDeployment, service],
  checks: [
    isApplied(nginxDeployment),
    replicasAreReady(nginxDeployment),
    isApplied(service),
    // After the rollout: before it, the earlier Pods answer.
    nodePortShows(service, nginxDeployment, nginxWelcomePage, objectName(nginxDeployment)),
  ],
};
