import { readFileSync } from 'node:fs';
import type { Text } from '../../labs/lab';

/** The systems for which remedies differ. */
export type System = 'debian' | 'linux' | 'wsl' | 'macos' | 'windows';

/** The system that this runs on; Debian stands for Ubuntu and every other relative too. */
export function currentSystem(): System {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'macos';
  const release = readOrEmpty('/etc/os-release');
  const isWsl = /microsoft/i.test(readOrEmpty('/proc/version'));
  if (isWsl) return 'wsl';
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release) ? 'debian' : 'linux';
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** How to install Docker on a system. */
export const installDocker: Readonly<Record<System, Text>> = {
  debian: {
    ko: '프로젝트 폴더에서 설치합니다: sudo bash scripts/install-docker.sh',
    en: 'In the project folder, install it: sudo bash scripts/install-docker.sh',
  },
  linux: {
    ko: '배포판의 패키지 관리자로 Docker Engine과 Compose 플러그인을 설치합니다. 안내: https://docs.docker.com/engine/install/',
    en: 'Install Docker Engine and its Compose plugin with your package manager: https://docs.docker.com/engine/install/',
  },
  wsl: {
    ko: 'Windows에 Docker Desktop을 설치하고 설정의 Resources > WSL integration에서 이 배포판을 켭니다.',
    en: 'Install Docker Desktop on Windows and switch this distribution on under Resources > WSL integration.',
  },
  macos: {
    ko: 'Docker Desktop을 설치하고 실행합니다. 안내: https://docs.docker.com/desktop/setup/install/mac-install/',
    en: 'Install Docker Desktop and start it: https://docs.docker.com/desktop/setup/install/mac-install/',
  },
  windows: {
    ko: 'Docker Desktop을 설치하고 실행합니다. 안내: https://docs.docker.com/desktop/setup/install/windows-install/',
    en: 'Install Docker Desktop and start it: https://docs.docker.com/desktop/setup/install/windows-install/',
  },
};

const startDesktop: Text = {
  ko: 'Docker Desktop을 실행하고 고래 그림이 멈출 때까지 기다린 뒤 다시 합니다.',
  en: 'Start Docker Desktop, wait until its whale stands still, then try again.',
};

/** How to start the engine on a system. */
export const startEngine: Readonly<Record<System, Text>> = {
  debian: {
    ko: '엔진을 시작합니다: sudo service docker start',
    en: 'Start the engine: sudo service docker start',
  },
  linux: {
    ko: '엔진을 시작합니다: sudo systemctl start docker',
    en: 'Start the engine: sudo systemctl start docker',
  },
  wsl: startDesktop,
  macos: startDesktop,
  windows: startDesktop,
};

const joinGroup: Text = {
  ko: '사용자를 docker 그룹에 넣습니다: sudo usermod -aG docker "$USER" — 그런 다음 로그아웃했다가 다시 로그인합니다.',
  en: 'Join the group docker: sudo usermod -aG docker "$USER" — then log out and in again.',
};

/** How to get the right to talk to the engine on a system. */
export const gainAccess: Readonly<Record<System, Text>> = {
  debian: joinGroup,
  linux: joinGroup,
  wsl: joinGroup,
  macos: startDesktop,
  windows: startDesktop,
};
