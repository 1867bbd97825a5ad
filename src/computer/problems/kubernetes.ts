import { defineProblem, type Remedy } from '../../core/problem';
import type { Machine, System } from '../../core/system';

const minikubeGuide = 'https://minikube.sigs.k8s.io/docs/start/';

const packages: Readonly<Partial<Record<System, string>>> = {
  debian: 'bash scripts/install-minikube.sh',
  wsl: 'bash scripts/install-minikube.sh',
  fedora: '',
  macos: 'brew install minikube',
  windows: 'winget install -e --id Kubernetes.minikube',
};

/** Minikube is not installed. */
export const minikubeMissing = defineProblem(
  'minikube-missing',
  (_: Readonly<Record<never, string>>, machine) => ({
    message: {
      ko: 'Minikube가 설치되어 있지 않거나 PATH에 없습니다.',
      en: 'Minikube is not installed, or not on the PATH.',
    },
    remedy: installMinikube(machine),
  }),
  { kind: 'cannot-tell' },
);

/** How Minikube comes to a machine that has nothing of this project. */
export const minikubeFromGuide: Remedy = {
  ko: `그 컴퓨터에 설치합니다 (안내: ${minikubeGuide}).`,
  en: `Install it on that machine (${minikubeGuide}).`,
};

function installMinikube({ system, isRoot }: Machine): Remedy {
  const command = packages[system];
  const sudo = command?.startsWith('bash') && !isRoot ? 'sudo ' : '';
  const inProject = command?.startsWith('bash') ?? false;
  return {
    ko: `${inProject ? '프로젝트 폴더에서 ' : ''}설치합니다 (안내: ${minikubeGuide})${command ? ':' : '.'}`,
    en: `Install it${inProject ? ' in the project folder' : ''} (${minikubeGuide})${command ? ':' : '.'}`,
    ...(command ? { commands: [sudo + command] } : {}),
  };
}

/** Minikube has no cluster that runs; `state` is its own word, or empty where it has none. */
export const minikubeStopped = defineProblem(
  'minikube-stopped',
  ({ state }: { state: string }) => ({
    message: {
      ko: state
        ? `Minikube의 클러스터가 실행 중이 아닙니다(${state}).`
        : 'Minikube의 클러스터가 아직 없습니다.',
      en: state
        ? `The cluster of Minikube does not run (${state}).`
        : 'Minikube has no cluster yet.',
    },
    remedy: {
      ko: '클러스터를 시작합니다. 처음에는 몇 분 걸립니다:',
      en: 'Start the cluster; the first time takes some minutes:',
      commands: [state === 'Paused' ? 'minikube unpause' : 'minikube start --driver=docker'],
    },
  }),
  { kind: 'cannot-tell', explained: { state: 'Stopped' } },
);

/** The versions of kubectl and the cluster are further apart than Kubernetes supports. */
export const kubectlSkew = defineProblem(
  'kubectl-skew',
  ({ client, server }: { client: string; server: string }) => ({
    message: {
      ko: `kubectl(${client})과 클러스터(${server})의 버전 차이가 큽니다. 쿠버네티스는 마이너 버전 하나 차이까지만 지원합니다.`,
      en: `kubectl (${client}) and the cluster (${server}) are far apart; Kubernetes supports a difference of one minor version.`,
    },
    remedy: {
      ko: '책의 실습에는 대개 지장이 없습니다. 이상한 오류가 나면 kubectl을 클러스터와 같은 버전으로 바꿉니다: https://kubernetes.io/docs/tasks/tools/',
      en: "The book's exercises mostly work all the same. If kubectl gives odd errors, install the version of the cluster: https://kubernetes.io/docs/tasks/tools/",
    },
  }),
  { kind: 'note' },
);

/** Little memory for a cluster of Minikube. */
export const clusterMemoryLow = defineProblem(
  'cluster-memory-low',
  ({ memory, needed }: { memory: string; needed: string }) => ({
    message: {
      ko: `이 컴퓨터의 메모리는 ${memory} GiB입니다. Minikube의 클러스터에는 ${needed} GiB쯤 필요합니다.`,
      en: `This computer has ${memory} GiB of memory; a cluster of Minikube takes about ${needed} GiB.`,
    },
    remedy: {
      ko: '다른 프로그램을 끝내고 시작합니다. 시작되지 않으면 다른 컴퓨터나 실습 VM을 씁니다.',
      en: 'End other programs before you start it. If it does not start, use another computer or a practice VM.',
    },
  }),
  { kind: 'note' },
);
