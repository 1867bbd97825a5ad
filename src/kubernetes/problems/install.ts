import { delimiter, join } from 'node:path';
import type { Remedy } from '../../core/problem';
import { currentMachine, type Machine } from '../../core/system';

const kubectlGuide = 'https://kubernetes.io/docs/tasks/tools/';
const minikubeGuide = 'https://minikube.sigs.k8s.io/docs/start/';

const kubectlPackages: Readonly<Partial<Record<Machine['system'], string>>> = {
  fedora: 'dnf install kubernetes-client',
  arch: 'pacman -S kubectl',
  alpine: 'apk add kubectl',
  macos: 'brew install kubectl',
  windows: 'winget install -e --id Kubernetes.kubectl',
};

/** How to install kubectl. */
export function installKubectl({ system, isRoot }: Machine = currentMachine()): Remedy {
  const command = kubectlPackages[system];
  const desktop = ['macos', 'windows', 'wsl'].includes(system);
  const sudo = isRoot || desktop ? '' : 'sudo ';
  return {
    ko: `kubectl을 설치합니다${desktop ? '. Docker Desktop에는 이미 들어 있습니다' : ''} (안내: ${kubectlGuide})${command ? ':' : '.'}`,
    en: `Install kubectl${desktop ? '; Docker Desktop brings it' : ''} (${kubectlGuide})${command ? ':' : '.'}`,
    ...(command ? { commands: [`${sudo}${command}`] } : {}),
  };
}

const desktopCluster: Remedy = {
  ko: 'Docker Desktop의 Settings > Kubernetes에서 Enable Kubernetes를 켜고, Kubernetes가 초록색이 될 때까지 기다립니다.',
  en: 'In Docker Desktop, switch on Settings > Kubernetes > Enable Kubernetes, and wait until Kubernetes turns green.',
};

/** How to get a cluster on this system, or to start the one that is there. */
export function getCluster(machine: Machine = currentMachine()): Remedy {
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
  return {
    ko: `Minikube를 설치하고(안내: ${minikubeGuide}) 클러스터를 시작합니다:`,
    en: `Install Minikube (${minikubeGuide}), then start a cluster:`,
    commands: ['minikube start --driver=docker'],
  };
}

function hasProgram(name: string, { has, system }: Machine): boolean {
  const file = system === 'windows' ? `${name}.exe` : name;
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => has(join(folder, file)));
}

/** How to get a cluster that does not answer to answer, by the name of its context. */
export function wakeCluster(context: string, machine: Machine = currentMachine()): Remedy {
  if (context === 'docker-desktop') return desktopCluster;
  const [, kind] = /^kind-(.+)$/.exec(context) ?? [];
  const command =
    context === 'minikube' ? 'minikube start' : kind && `docker start ${kind}-control-plane`;
  if (!command) return getCluster(machine);
  return {
    ko: '클러스터를 시작합니다:',
    en: 'Start the cluster:',
    commands: [command],
  };
}
