import { kubectlIsThere, showsReadyNode } from '../../src/computer/checks/kubernetes';
import type { ComputerProbe } from '../lab';

const commands = ['kubectl version', 'kubectl get nodes'];

/** kubectl. */
export const kubectl: ComputerProbe = {
  id: 'app-kubectl',
  section: 'A-06',
  title: { ko: 'kubectl 설치하기', en: 'kubectl' },
  platform: 'machine',
  of: 'computer',
  commands,
  task: [
    {
      ko: 'kubectl을 설치하고 `kubectl version` 명령을 입력합니다. 클라이언트의 버전이 나와야 합니다.',
      en: 'Install kubectl and type `kubectl version`: it tells the version of the client.',
    },
    {
      ko: '클러스터를 시작하고 `kubectl get nodes` 명령을 입력합니다. STATUS가 Ready인 노드가 나오면 됩니다.',
      en: 'Start a cluster and type `kubectl get nodes`: it lists a node whose STATUS is Ready.',
    },
  ],
  hint: {
    ko: '책의 `apt.kubernetes.io` 저장소는 2024년에 없어졌습니다. 우분투와 데비안에서는 `scripts/install-kubectl.sh` 스크립트로 설치합니다. Docker Desktop에는 kubectl이 들어 있습니다.',
    en: "The book's repository `apt.kubernetes.io` is gone since 2024. On Ubuntu and Debian `scripts/install-kubectl.sh` installs kubectl; Docker Desktop brings it.",
  },
  checks: [kubectlIsThere(), showsReadyNode('kubectl')],
};
