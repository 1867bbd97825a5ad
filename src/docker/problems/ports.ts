import type { Machine } from '../../core/system';
import { showRanges } from '../../core/machine/reserved-ports';
import type { Remedy } from '../../core/problem';
import { shellLine } from '../../core/shell/command';
import { pipeLine } from '../../core/shell/own-lines';
import { defineProblem, type Maybe } from '../../core/problem';
import { portOwner } from '../../core/problems/practice-port';

/** A host port is taken; `by` is a container, a process or a practice machine, or empty when it is not known. A practice machine may have several ports. */
export const portTaken = defineProblem(
  'port-in-use',
  ({ port = '', by = '', name = '' }: Maybe<'port' | 'by' | 'name'>, machine) => {
    const owner = portOwner(by);
    if (owner)
      return {
        message: {
          ko: `${port}번 포트를 이미 쓰고 있습니다: ${owner.name.ko}.${notStarted(name).ko}`,
          en: `In use by ${owner.name.en}: port ${port}.${notStarted(name).en}`,
        },
        remedy: owner.remedy,
      };
    const airplay = isAirplay(port, by, machine);
    const holder = airplay ? `${airplayName}${by ? ` (${by})` : ''}` : by;
    return {
      message: {
        ko: `${port}번 포트를 이미 ${holder ? `\`${holder}\`에서` : '다른 프로그램에서'} 쓰고 있습니다.${notStarted(name).ko}`,
        en: `Port ${port} is already in use by ${holder ? `\`${holder}\`` : 'another program'}.${notStarted(name).en}`,
      },
      remedy: airplay ? airplayRemedy(port) : freePort(port, by, machine),
    };
  },
  { kind: 'cannot-tell' },
);

const notStarted = (name: string) => ({
  ko: name ? ` 그래서 \`${name}\` 컨테이너를 시작할 수 없습니다.` : '',
  en: name ? ` So the container \`${name}\` cannot start.` : '',
});

const airplayName = 'AirPlay Receiver';

/** Whether AirPlay of macOS has a port: it listens on these two from macOS 12 on, as a part of the Control Center. */
function isAirplay(port: string, by: string, { system }: Machine): boolean {
  return (
    system === 'macos' && ['5000', '7000'].includes(port) && (by === '' || /^control ?ce/i.test(by))
  );
}

/** How AirPlay is switched off: a process that is ended comes back. */
export function airplayRemedy(port: string): Remedy {
  return {
    ko: `[시스템 설정] > [일반] > [AirDrop 및 Handoff]에서 [AirPlay 수신 모드]를 끄고 다시 합니다. 프로그램을 강제로 끝내도 곧 다시 켜집니다. 끄지 않고 연습만 하려면 다른 포트를 쓸 수 있지만(예: \`-p 5001:${port}\`), dkkb는 책의 포트를 확인합니다. 누가 쓰는지 보려면:`,
    en: `Switch AirPlay Receiver off under System Settings > General > AirDrop & Handoff, and try again. If you end its process, it comes back. To practise without that, take another port (\`-p 5001:${port}\`); dkkb checks the book's port. To see who has it:`,
    commands: [lsof(port)],
  };
}

const lsof = (port: string) => shellLine`lsof -nP ${`-iTCP:${port}`} -sTCP:LISTEN`;
const whoListens = (port: string) =>
  pipeLine(shellLine`netstat -ano`, shellLine`findstr ${`:${port}`}`);

function freePort(port: string, by: string, { system }: Machine): Remedy {
  if (by && !by.includes(' ')) {
    return {
      ko: '필요 없는 컨테이너라면 지운 뒤 다시 합니다:',
      en: 'If you do not need that container, remove it and try again:',
      commands: [shellLine`docker rm -f ${by}`],
    };
  }
  const look =
    system === 'windows'
      ? whoListens(port)
      : system === 'macos'
        ? lsof(port)
        : shellLine`sudo ss -ltnp ${`sport = :${port}`}`;
  return {
    ko: '그 프로그램을 끝낸 뒤 다시 합니다. 어느 프로그램인지 보려면:',
    en: 'Stop that program and try again. To see which it is:',
    commands: [look],
  };
}

/** Windows keeps a port for itself; `from` and `to` are the ends of its range, or empty where it did not tell. */
export const portReserved = defineProblem(
  'port-reserved',
  (
    { port = '', from = '', to = '', name = '' }: Maybe<'port' | 'from' | 'to' | 'name'>,
    machine,
  ) => ({
    message: {
      ko: `Windows가 ${port}번 포트를 예약해 두어서 아무도 쓸 수 없습니다${from ? `(예약한 범위: ${from}-${to})` : ''}. 그 포트를 쓰는 프로그램은 없습니다.${notStarted(name).ko}`,
      en: `Windows has reserved the port ${port}${from ? ` (the range ${from}-${to})` : ''}, so nobody can use it; no program listens there.${notStarted(name).en}`,
    },
    remedy: freeRange(machine),
  }),
  { kind: 'cannot-tell' },
);

function freeRange({ system }: Machine): Remedy {
  const where =
    system === 'wsl'
      ? { ko: 'Windows에서 관리자 권한으로 연 터미널', en: 'a terminal of Windows' }
      : { ko: '관리자 권한으로 연 터미널', en: 'a terminal' };
  return {
    ko: `${where.ko}에서 합니다. 예약한 범위를 보고(첫째 줄) Windows의 NAT 서비스를 껐다 켜면(둘째, 셋째 줄) 범위가 바뀌어 대개 풀립니다. 그 뒤 다시 합니다. 그대로면 컴퓨터를 다시 시작합니다:`,
    en: `In ${where.en} that runs as administrator, see the ranges (first line), then stop and start the NAT service of Windows (second and third line). It mostly takes other ranges then. Try again; if it stays like that, restart the computer:`,
    commands: [showRanges, 'net stop winnat', 'net start winnat'],
  };
}

/** Docker Desktop could not open a port, and does not tell why. */
export const portUnavailable = defineProblem(
  'port-unavailable',
  ({ port = '', name = '' }: Maybe<'port' | 'name'>, machine) => ({
    message: {
      ko: `Docker Desktop이 ${port}번 포트를 열지 못했습니다. 다른 프로그램이 쓰고 있거나 Windows가 예약한 포트일 때 이렇게 됩니다.${notStarted(name).ko}`,
      en: `Docker Desktop could not open the port ${port}: another program has it, or Windows has reserved it.${notStarted(name).en}`,
    },
    remedy:
      machine.system === 'windows' || machine.system === 'wsl'
        ? {
            ko: 'Windows 터미널에서 그 포트를 쓰는 프로그램이 있는지(첫째 줄), 예약한 범위에 있는지(둘째 줄) 봅니다. 둘 다 아니면 Docker Desktop을 다시 시작합니다:',
            en: 'In a terminal of Windows, see whether a program has it (first line) or a reserved range (second line). If neither, restart Docker Desktop:',
            commands: [whoListens(port), showRanges],
          }
        : freePort(port, '', machine),
  }),
  { kind: 'cannot-tell' },
);
