import {
  minikubeIsThere,
  minikubeRuns,
  showsReadyNode,
} from '../../src/computer/checks/kubernetes';
import type { ComputerProbe } from '../lab';

const commands = ['minikube version', 'minikube status', 'kubectl get nodes'];

/** Minikube. */
export const minikube: ComputerProbe = {
  id: 'app-minikube',
  section: 'A-06',
  title: { ko: 'Minikube 설치하기', en: 'Minikube' },
  platform: 'machine',
  of: 'computer',
  commands,
  task: [
    {
      ko: 'Minikube를 설치하고 `minikube version` 명령을 입력합니다. 버전이 나와야 합니다.',
      en: 'Install Minikube and type `minikube version`: it tells its version.',
    },
    {
      ko: '클러스터를 시작합니다. `minikube status` 명령으로 보면 실행 중이어야 합니다.',
      en: 'Start its cluster: `minikube status` shows that it runs.',
    },
    {
      ko: '`kubectl get nodes` 명령을 입력합니다. STATUS가 Ready인 노드가 나오면 됩니다.',
      en: 'Type `kubectl get nodes`: it lists a node whose STATUS is Ready.',
    },
  ],
  hint: {
    ko: '도커가 먼저 있어야 합니다: `minikube start --driver=docker`. 우분투와 데비안에서는 `scripts/install-minikube.sh` 스크립트로 설치합니다.',
    en: 'It needs Docker first: `minikube start --driver=docker`. On Ubuntu and Debian `scripts/install-minikube.sh` installs it.',
  },
  checks: [minikubeIsThere(), minikubeRuns(), showsReadyNode('minikube')],
};
