import { isApplied } from '../checks/cluster-object';
import { manifestSays } from '../checks/manifest';
import { replicasAreReady } from '../checks/rollout';
import { deployment } from './kube';
import { writeAndApply } from './kube-task';
import type { KubernetesLab } from './lab';

/** 8-05 (2), 8-06 (1): three replicas by a Deployment. */
export const deploymentLab: KubernetesLab = {
  id: 'ch08-deployment',
  section: '8-06',
  title: { ko: '디플로이먼트로 파드 세 개 만들기', en: 'Three Pods by a Deployment' },
  platform: 'kubernetes',
  task: writeAndApply(deployment),
  hint: {
    ko: '`template` 아래는 파드 파일의 metadata와 spec 그대로입니다. `selector`의 `matchLabels`와 `template`의 레이블이 같아야 합니다.',
    en: 'Under `template` stands what the file of the Pod has as metadata and spec. The `matchLabels` of the `selector` and the labels of the `template` have to be the same.',
  },
  setup: [],
  solution: [deployment],
  checks: [manifestSays(deployment), isApplied(deployment), replicasAreReady(deployment)],
};
