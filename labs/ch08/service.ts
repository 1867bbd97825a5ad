import { isApplied } from '../../src/kubernetes/checks/cluster-object';
import { manifestSays } from '../../src/kubernetes/checks/manifest';
import { nodePortShows } from '../../src/kubernetes/checks/node-port';
import { deployment, service } from '../../src/kubernetes/model/manifests';
import { writeAndApply } from '../shared/manifest-task';
import { nodePortTask } from '../shared/page-task';
import type { KubernetesLab } from '../../src/kubernetes/lab';
import { apacheDefaultPage } from '../shared/pages';

/** 8-05 (3), 8-06 (2): the Pods answer to the outside. */
export const serviceLab: KubernetesLab = {
  id: 'ch08-service',
  section: '8-06',
  title: { ko: '서비스로 바깥에서 접속하기', en: 'Reach the Pods by a Service' },
  platform: 'kubernetes',
  task: [...writeAndApply(service), nodePortTask(service, apacheDefaultPage)],
  hint: {
    ko: '`port`는 클러스터 안, `nodePort`는 바깥, `targetPort`는 컨테이너의 포트입니다. `selector`는 파드의 레이블과 같아야 합니다.',
    en: "`port` is for the inside of the cluster, `nodePort` for the outside, and `targetPort` is the container's. The `selector` has to be the label of the Pods.",
  },
  setup: [deployment],
  solution: [deployment, service],
  checks: [
    manifestSays(service),
    isApplied(service),
    nodePortShows(service, deployment, apacheDefaultPage),
  ],
};
