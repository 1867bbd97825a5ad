import { delimiter, join } from 'node:path';
import { shellLine } from '../../core/shell/command';
import type { Remedy } from '../../core/problem';
import type { Machine } from '../../core/system';

const minikubeGuide = 'https://minikube.sigs.k8s.io/docs/start/';

const desktopCluster: Remedy = {
  ko: 'Docker Desktop의 Settings > Kubernetes에서 Enable Kubernetes를 켜고, Kubernetes가 초록색이 될 때까지 기다립니다.',
  en: 'In Docker Desktop, switch on Settings > Kubernetes > Enable Kubernetes, and wait until Kubernetes turns green.',
};

/** How to get a cluster on this system, or to start the one that is there. */
export function getCluster(machine: Machine): Remedy {
  if (hasProgram('minikube', machine)) {
    return {
      ko: 'Minikube로 클러스터를 시작합니다:',
      en: 'Start a cluster with Minikube:',
      commands: ['minikube start --driver=docker'],
    };
  }
  if (hasProgram('kind', machine)) {
    return {
      ko: 'kind로 클러스터를 만듭니다:',
      en: 'Make a cluster with kind:',
      commands: ['kind create cluster'],
    };
  }
  if (['macos', 'windows', 'wsl'].includes(machine.system)) return desktopCluster;
  const install = machine.system === 'debian' ? [installScript(machine)] : [];
  const [ko, en] = install.length > 0 ? ['프로젝트 폴더에서 ', ' in the project folder'] : ['', ''];
  return {
    ko: `${ko}Minikube를 설치하고(안내: ${minikubeGuide}) 클러스터를 시작합니다:`,
    en: `Install Minikube${en} (${minikubeGuide}), then start a cluster:`,
    commands: [...install, 'minikube start --driver=docker'],
  };
}

const installScript = ({ isRoot }: Machine) =>
  `${isRoot ? '' : 'sudo '}bash scripts/install-minikube.sh`;

function hasProgram(name: string, { has, system }: Machine): boolean {
  const file = system === 'windows' ? `${name}.exe` : name;
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => has(join(folder, file)));
}

/** How to get a cluster that does not answer to answer, by the name of its context. */
export function wakeCluster(context: string, machine: Machine): Remedy {
  if (context === 'docker-desktop') return desktopCluster;
  const [, kind] = /^kind-(.+)$/.exec(context) ?? [];
  const command =
    context === 'minikube'
      ? 'minikube start'
      : kind && shellLine`docker start ${kind}-control-plane`;
  if (!command) return getCluster(machine);
  return {
    ko: '클러스터를 시작합니다:',
    en: 'Start the cluster:',
    commands: [command],
  };
}
