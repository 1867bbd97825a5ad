import type { Remedy } from '../problem';
import type { Machine, System } from '../system';

const guide = 'https://docs.docker.com/engine/install/';
const desktopGuide = 'https://docs.docker.com/desktop/';

const packages: Readonly<Partial<Record<System, string>>> = {
  debian: 'bash scripts/install-docker.sh',
  fedora: 'dnf install moby-engine docker-compose',
  arch: 'pacman -S docker docker-compose',
  alpine: 'apk add docker docker-cli-compose',
  suse: 'zypper install docker docker-compose',
};

/** How to install Docker with Compose. */
export function installDocker({ system, isRoot }: Machine): Remedy {
  if (system === 'wsl') {
    return {
      ko: `Windows에 Docker Desktop을 설치하고 설정의 Resources > WSL integration에서 이 배포판을 켭니다. 안내: ${desktopGuide}`,
      en: `Install Docker Desktop on Windows and switch this distribution on under Resources > WSL integration: ${desktopGuide}`,
    };
  }
  if (system === 'macos' || system === 'windows') {
    return {
      ko: `Docker Desktop을 설치하고 실행합니다. 안내: ${desktopGuide}`,
      en: `Install Docker Desktop and start it: ${desktopGuide}`,
    };
  }
  const command = packages[system];
  if (!command) {
    return {
      ko: `배포판의 패키지 관리자로 Docker Engine과 Compose 플러그인을 설치합니다. 안내: ${guide}`,
      en: `Install Docker Engine and its Compose plugin with your package manager: ${guide}`,
    };
  }
  const inProject = system === 'debian';
  return {
    ko: inProject ? '프로젝트 폴더에서 설치합니다:' : `설치합니다 (안내: ${guide}):`,
    en: inProject ? 'In the project folder, install it:' : `Install it (${guide}):`,
    commands: [`${isRoot ? '' : 'sudo '}${command}`],
  };
}

const kubectlGuide = 'https://kubernetes.io/docs/tasks/tools/';

const kubectlPackages: Readonly<Partial<Record<Machine['system'], string>>> = {
  fedora: 'dnf install kubernetes-client',
  arch: 'pacman -S kubectl',
  alpine: 'apk add kubectl',
  macos: 'brew install kubectl',
  windows: 'winget install -e --id Kubernetes.kubectl',
};

/** How to install kubectl. */
export function installKubectl({ system, isRoot }: Machine): Remedy {
  const command = kubectlPackages[system];
  const desktop = ['macos', 'windows', 'wsl'].includes(system);
  const sudo = isRoot || desktop ? '' : 'sudo ';
  return {
    ko: `kubectl을 설치합니다${desktop ? '. Docker Desktop에는 이미 들어 있습니다' : ''} (안내: ${kubectlGuide})${command ? ':' : '.'}`,
    en: `Install kubectl${desktop ? '; Docker Desktop brings it' : ''} (${kubectlGuide})${command ? ':' : '.'}`,
    ...(command ? { commands: [`${sudo}${command}`] } : {}),
  };
}
