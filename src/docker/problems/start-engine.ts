import { shellLine } from '../../core/shell/command';
import { joinDockerUsers, unsetLine } from '../../core/shell/own-lines';
import type { Remedy } from '../../core/problem';
import type { Text } from '../../core/text';
import { installDocker } from '../../core/problems/install';
import type { Machine } from '../../core/system';
import type { ChosenEngine } from '../../core/machine/chosen-engine';

const startDesktop: Remedy = {
  ko: 'Docker Desktop을 실행하고(`dkkb start` 명령으로도 됩니다) 고래 그림이 멈출 때까지 기다린 뒤 다시 합니다.',
  en: 'Start Docker Desktop (`dkkb start` does that too), wait until its whale stands still, then try again.',
};

/** How to get an engine that answers: start it, or go back from another one that was chosen. */
export function startEngine(
  machine: Machine,
  chosen: ChosenEngine | undefined = machine.chosen,
): Remedy {
  if (chosen && !/^desktop-/.test(chosen.value)) return goBack(chosen);
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

function goBack(chosen: ChosenEngine): Remedy {
  const { by, value } = chosen;
  if (by !== 'DOCKER_HOST' && /^colima\b/.test(value))
    return {
      ko: 'docker 명령이 Colima의 엔진을 쓰도록 정해져 있습니다. Colima를 시작하거나(첫째 줄), 이 컴퓨터의 기본 엔진으로 되돌립니다(둘째 줄):',
      en: 'The docker client is set to the engine of Colima. Start it (first line), or go back to the default one of this computer (second line):',
      commands: [
        value === 'colima' ? 'colima start' : shellLine`colima start ${value.slice(7)}`,
        'docker context use default',
      ],
    };
  return orBack(chosen, { ko: '그 엔진을 시작하거나', en: 'Start that engine' });
}

/** What to do with the engine that was chosen, or how to go back to the one of this computer. */
function orBack({ by, value }: ChosenEngine, first: Text): Remedy {
  if (by === 'context') {
    return {
      ko: `docker 명령이 \`${value}\` 컨텍스트의 엔진을 쓰도록 정해져 있습니다. ${first.ko}, 이 컴퓨터의 엔진으로 되돌립니다:`,
      en: `The docker client is set to the engine of the context \`${value}\`. ${first.en}, or go back to the one of this computer:`,
      commands: ['docker context use default'],
    };
  }
  return {
    ko: `환경 변수 ${by} 값이 \`${value}\`입니다. ${first.ko}, 변수를 지워 이 컴퓨터의 엔진으로 되돌립니다:`,
    en: `The variable ${by} is set to \`${value}\`. ${first.en}, or unset the variable to go back to the one of this computer:`,
    commands: [unsetLine(by)],
  };
}

/** How to get into an engine that runs: a local socket has a group, another one an account. */
const entry = (address: string): Text =>
  address.startsWith('unix://')
    ? {
        ko: '그 소켓을 쓸 수 있는 그룹에 사용자를 넣거나',
        en: 'Join the group that may use that socket',
      }
    : {
        ko: '그 엔진을 쓸 수 있는 권한을 받거나',
        en: 'Get the right to use that engine',
      };

/** How to get the right to talk to the engine. */
export function gainAccess(
  machine: Machine,
  chosen: ChosenEngine | undefined = machine.chosen,
  endpoint = '',
): Remedy {
  const { system } = machine;
  if (chosen && !/^desktop-/.test(chosen.value))
    return orBack(chosen, entry(endpoint || chosen.value));
  if (system === 'macos') return startDesktop;
  if (system === 'windows')
    return {
      ko: '관리자 권한으로 연 터미널에서 사용자를 docker-users 그룹에 넣은 뒤, Windows에서 로그아웃했다가 다시 로그인합니다:',
      en: 'In a terminal that runs as administrator, join the group docker-users. Then sign out of Windows and in again:',
      commands: [joinDockerUsers],
    };
  return {
    ko: '사용자를 docker 그룹에 넣은 뒤, 로그아웃했다가 다시 로그인합니다. 이 그룹은 이 컴퓨터의 root 권한과 같습니다:',
    en: 'Join the group docker, then log out and in again. That group has the power of root on this machine:',
    commands: [joinDockerUsers.bash],
  };
}
