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

const brews = ['/opt/homebrew/bin/brew', '/usr/local/bin/brew'];

/** Installs Docker Desktop where the system, or brew on a Mac, has a command for it. */
export function desktopLines({ system, has }: Machine): string[] {
  if (system === 'windows') return ['winget install -e --id Docker.DockerDesktop'];
  return system === 'macos' && brews.some(has) ? ['brew install --cask docker-desktop'] : [];
}

/** How to install Docker with Compose. */
export function installDocker(machine: Machine): Remedy {
  const { system, isRoot } = machine;
  if (system === 'wsl') {
    return {
      ko: `Windows에 Docker Desktop을 설치하고 설정의 Resources > WSL integration에서 이 배포판을 켭니다. 안내: ${desktopGuide}`,
      en: `Install Docker Desktop on Windows and switch this distribution on under Resources > WSL integration: ${desktopGuide}`,
    };
  }
  if (system === 'macos' || system === 'windows') {
    return {
      ko: `Docker Desktop을 설치하고 한 번 실행합니다. 이미 설치했다면 새 터미널을 열고 다시 합니다. 이 컴퓨터에 필요한 것 보기: dkkb start. 안내: ${desktopGuide}`,
      en: `Install Docker Desktop and start it once. If it is installed, open a new terminal and try again. What this computer needs: dkkb start. How: ${desktopGuide}`,
      commands: desktopLines(machine),
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
  debian: 'bash scripts/install-kubectl.sh',
  wsl: 'bash scripts/install-kubectl.sh',
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
  const inProject = command?.startsWith('bash') ?? false;
  const sudo = isRoot || ['macos', 'windows'].includes(system) ? '' : 'sudo ';
  return {
    ko: `${inProject ? '프로젝트 폴더에서 ' : ''}kubectl을 설치합니다${desktop ? '. Docker Desktop에는 이미 들어 있습니다' : ''} (안내: ${kubectlGuide})${command ? ':' : '.'}`,
    en: `Install kubectl${inProject ? ' in the project folder' : ''}${desktop ? '; Docker Desktop brings it' : ''} (${kubectlGuide})${command ? ':' : '.'}`,
    ...(command ? { commands: [`${sudo}${command}`] } : {}),
  };
}

const terraformGuide = 'https://developer.hashicorp.com/terraform/install';

const terraformPackages: Readonly<Partial<Record<System, string>>> = {
  debian: 'sudo bash scripts/install-terraform.sh',
  wsl: 'sudo bash scripts/install-terraform.sh',
  macos: 'brew install hashicorp/tap/terraform',
  windows: 'winget install -e --id Hashicorp.Terraform',
};

/** How to install Terraform. */
export function installTerraform({ system }: Machine): Remedy {
  const command = terraformPackages[system];
  const inProject = system === 'debian' || system === 'wsl';
  if (!command)
    return {
      ko: `Terraform을 설치합니다. 안내: ${terraformGuide}`,
      en: `Install Terraform: ${terraformGuide}`,
    };
  return {
    ko: inProject ? '프로젝트 폴더에서 설치합니다:' : `설치합니다 (안내: ${terraformGuide}):`,
    en: inProject ? 'In the project folder, install it:' : `Install it (${terraformGuide}):`,
    commands: [command],
  };
}

// A new machine has no package lists yet.
const sshByApt = ['apt-get update', 'apt-get install -y openssh-client'];

const sshPackages: Readonly<Partial<Record<System, readonly string[]>>> = {
  debian: sshByApt,
  wsl: sshByApt,
  fedora: ['dnf install openssh-clients openssh'],
  arch: ['pacman -S openssh'],
  alpine: ['apk add openssh-client'],
  suse: ['zypper install openssh-clients openssh-common'],
};

/** How to install `ssh`, the program of OpenSSH. */
export function installSsh({ system, isRoot }: Machine): Remedy {
  if (system === 'windows')
    return {
      ko: '관리자 권한으로 연 PowerShell에서 OpenSSH를 설치합니다:',
      en: 'In a PowerShell that runs as administrator, install OpenSSH:',
      commands: ['Add-WindowsCapability -Online -Name OpenSSH.Client~~~~0.0.1.0'],
    };
  const lines = sshPackages[system];
  return {
    ko: `OpenSSH를 설치합니다${lines ? ':' : '.'}`,
    en: `Install OpenSSH${lines ? ':' : '.'}`,
    ...(lines ? { commands: lines.map((line) => `${isRoot ? '' : 'sudo '}${line}`) } : {}),
  };
}
