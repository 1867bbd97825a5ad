import { isApplied } from '../../src/kubernetes/checks/cluster-object';
import { manifestSays } from '../../src/kubernetes/checks/manifest';
import { replicasAreReady } from '../../src/kubernetes/checks/rollout';
import { deployment } from '../../src/kubernetes/model/manifests';
import { writeAndApply } from '../shared/manifest-task';
import type { KubernetesLab } from '../../src/kubernetes/lab';

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
