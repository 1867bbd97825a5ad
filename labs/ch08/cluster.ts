import { clusterHasReadyNode } from '../../src/kubernetes/checks/cluster';
import type { ClusterProbe } from '../lab';

const commands = ['kubectl get nodes'];

/** 8-04: a cluster that answers. */
export const clusterLab: ClusterProbe = {
  id: 'ch08-cluster',
  section: '8-04',
  title: { ko: '쿠버네티스 클러스터 확인하기', en: 'A Kubernetes cluster is there' },
  platform: 'machine',
  of: 'cluster',
  commands,
  task: commands.map((command) => ({
    ko: `터미널에 \`${command}\` 명령을 입력합니다. STATUS가 Ready인 노드가 나오면 됩니다.`,
    en: `Type \`${command}\`; it lists a node whose STATUS is Ready.`,
  })),
  hint: {
    ko: 'Docker Desktop은 Settings > Kubernetes에서 켭니다. 리눅스에서는 `minikube start`로 시작합니다.',
    en: 'Docker Desktop has it under Settings > Kubernetes; on Linux `minikube start` makes one.',
  },
  checks: [clusterHasReadyNode()],
};
