import { existsSync, readFileSync } from 'node:fs';
import { chosenEngine, type ChosenEngine } from './machine/chosen-engine';
import type { Remedy } from './problem';

/** The systems for which remedies differ; Debian stands for Ubuntu and every other relative too. */
export type System =
  'debian' | 'fedora' | 'arch' | 'alpine' | 'suse' | 'linux' | 'wsl' | 'macos' | 'windows';

const families: readonly (readonly [RegExp, System])[] = [
  [/\b(?:debian|ubuntu)\b/, 'debian'],
  [/\b(?:fedora|rhel|centos)\b/, 'fedora'],
  [/\barch\b/, 'arch'],
  [/\balpine\b/, 'alpine'],
  [/\bsuse\b/, 'suse'],
];

/** The system that this runs on. */
export function currentSystem(): System {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'macos';
  if (/microsoft/i.test(readOrEmpty('/proc/version'))) return 'wsl';
  return familyOf(readOrEmpty('/etc/os-release'));
}

/** The family of a Linux distribution, from its os-release file. */
export function familyOf(release: string): System {
  const ids = release.split('\n').filter((line) => /^ID(?:_LIKE)?=/.test(line));
  return families.find(([pattern]) => pattern.test(ids.join(' ')))?.[1] ?? 'linux';
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What of a machine decides what is done about its engine. */
export interface Machine {
  readonly system: System;
  readonly isRoot: boolean;
  /** Whether a file or folder exists. */
  has(path: string): boolean;
  /** What chose the engine of its docker client; undefined for the default one. */
  readonly chosen?: ChosenEngine | undefined;
}

/** The machine that this runs on. */
export function currentMachine(): Machine {
  const isRoot = process.getuid?.() === 0;
  return { system: currentSystem(), isRoot, has: existsSync, chosen: chosenEngine() };
}

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
export function installDocker({ system, isRoot }: Machine = currentMachine()): Remedy {
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

const startDesktop: Remedy = {
  ko: 'Docker Desktop을 실행하고 고래 그림이 멈출 때까지 기다린 뒤 다시 합니다.',
  en: 'Start Docker Desktop, wait until its whale stands still, then try again.',
};

/** How to get an engine that answers: start it, or go back from another one that was chosen. */
export function startEngine(
  machine: Machine = currentMachine(),
  chosen: ChosenEngine | undefined = machine.chosen,
): Remedy {
  if (chosen && !/^desktop-/.test(chosen.value)) return goBack(chosen, machine.system);
  if (chosen) return startDesktop;
  const daemon = ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'];
  const hasDaemon = daemon.some((path) => machine.has(path));
  if (['macos', 'windows'].includes(machine.system)) return startDesktop;
  if (machine.system === 'wsl' && !hasDaemon) return startDesktop;
  if (!hasDaemon) return installDocker(machine);
  return {
    ko: '엔진을 시작합니다:',
    en: 'Start the engine:',
    commands: [`${machine.isRoot ? '' : 'sudo '}${startCommand(machine)}`],
  };
}

function startCommand({ has }: Machine): string {
  if (has('/run/systemd/system')) return 'systemctl start docker';
  if (has('/sbin/openrc')) return 'rc-service docker start';
  return has('/etc/init.d/docker') ? 'service docker start' : 'dockerd';
}

function goBack({ by, value }: ChosenEngine, system: System): Remedy {
  if (by === 'context') {
    return {
      ko: `docker 명령이 \`${value}\` 컨텍스트의 엔진을 쓰도록 정해져 있습니다. 그 엔진을 시작하거나, 이 컴퓨터의 엔진으로 되돌립니다:`,
      en: `The docker client is set to the engine of the context \`${value}\`. Start that engine, or go back to the one of this computer:`,
      commands: ['docker context use default'],
    };
  }
  return {
    ko: `환경 변수 ${by} 값이 \`${value}\`입니다. 그 엔진을 시작하거나, 변수를 지워 이 컴퓨터의 엔진으로 되돌립니다:`,
    en: `The variable ${by} is set to \`${value}\`. Start that engine, or unset the variable to go back to the one of this computer:`,
    commands: [system === 'windows' ? `Remove-Item Env:${by}` : `unset ${by}`],
  };
}

/** How to get the right to talk to the engine. */
export function gainAccess(
  machine: Machine = currentMachine(),
  chosen: ChosenEngine | undefined = machine.chosen,
): Remedy {
  const { system } = machine;
  if (chosen && !/^desktop-/.test(chosen.value)) return goBack(chosen, system);
  if (system === 'macos' || system === 'windows') return startDesktop;
  return {
    ko: '사용자를 docker 그룹에 넣은 뒤, 로그아웃했다가 다시 로그인합니다. 이 그룹은 이 컴퓨터의 root 권한과 같습니다:',
    en: 'Join the group docker, then log out and in again. That group has the power of root on this machine:',
    commands: ['sudo usermod -aG docker "$USER"'],
  };
}
