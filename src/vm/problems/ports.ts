import { defineProblem, type Maybe } from '../../core/problem';
import { commandOf, namesIn, type Command, type CommandLine } from '../../core/shell/command';
import { setLine } from '../../core/shell/own-lines';
import type { Text } from '../../core/text';

/** Who has the ports: programs, containers of labs and others, another practice VM by its data folder. */
type Holders = Maybe<'by' | 'containers' | 'labs' | 'alone' | 'folder'>;

/** Ports of this machine that the VM needs are taken; `again` starts it without them. */
export const vmPortTaken = defineProblem(
  'vm-port-taken',
  ({
    port = '',
    by = '',
    containers = '',
    labs = '',
    alone = '',
    folder = '',
    again = commandOf('dkkb', 'vm', 'up', '--skip-port', namesIn(port).join(',')),
  }: Maybe<'port'> & Holders & { readonly again?: CommandLine }) => {
    const holders = { by, containers, labs, alone, folder };
    const who = holdersText(holders);
    const isOne = namesIn(port).length === 1;
    const ways = waysOf(holders);
    return {
      message: {
        ko: `실습 VM이 쓸 ${port}번 포트를 이미 ${who.ko}에서 쓰고 있습니다. VM은 켜지 않았습니다.`,
        en: `${isOne ? 'Port' : 'Ports'} ${port}, which the practice VM needs, ${isOne ? 'is' : 'are'} already in use by ${who.en}. The VM was not started.`,
      },
      remedy: {
        ko: [...ways.map(({ ko }) => ko), '그 포트를 쓰지 않고 켤 수도 있습니다(마지막 줄):'].join(
          ' ',
        ),
        en: [
          ...ways.map(({ en }) => en),
          'The VM can also be started without that port (last line):',
        ].join(' '),
        commands: [...ways.flatMap(({ commands }) => commands), again],
      },
    };
  },
  {
    kind: 'cannot-tell',
    explained: {
      ...{ containers: '', labs: '', alone: '', folder: '' },
      again: commandOf('dkkb', 'vm', 'up', '--skip-port', '8080'),
    },
  },
);

function holdersText({ by, containers, folder }: Holders): Text {
  const all: Text[] = [];
  if (containers)
    all.push({ ko: `컨테이너(\`${containers}\`)`, en: `containers (\`${containers}\`)` });
  if (folder)
    all.push({
      ko: `다른 데이터 폴더(\`${folder}\`)의 실습 VM`,
      en: `the practice VM of another data folder (\`${folder}\`)`,
    });
  if (by) all.push({ ko: `\`${by}\``, en: `\`${by}\`` });
  if (all.length === 0) return { ko: '다른 프로그램', en: 'another program' };
  return { ko: all.map(({ ko }) => ko).join(', '), en: all.map(({ en }) => en).join(', ') };
}

/** The programs through which a port of a container is open, as Docker, Docker Desktop and Podman name them. */
const carriers =
  /^(?:docker-pr|dockerd|com\.docke|vpnkit|wslrelay|rootlesskit|rootlessport|slirp4netns|gvproxy|conmon)/i;

/** Whether a program, as `name (pid N)`, only opens a port for a container. */
export function isCarrier(by: string): boolean {
  return carriers.test(by);
}

interface Way extends Text {
  readonly commands: readonly Command[];
}

function waysOf({ by = '', containers, labs, alone, folder }: Holders): Way[] {
  const programs = namesIn(by).filter((one) => one !== '' && !isCarrier(one));
  const isOfContainer = namesIn(by).some(isCarrier);
  return [
    ...(containers ? [containerWay(labs, alone)] : []),
    ...(isOfContainer ? [lookWay] : []),
    ...(folder ? [otherVmWay(folder)] : []),
    ...(programs.length > 0 || !(containers || isOfContainer || folder) ? [programWay] : []),
  ];
}

const programWay: Way = {
  ko: '그 프로그램을 끝내고 다시 합니다.',
  en: 'End that program and try again.',
  commands: [],
};

const lookWay: Way = {
  ko: '컨테이너가 쓰는 포트이므로 그 프로그램을 직접 끝내지 않습니다. 어느 컨테이너인지 보고, 필요 없으면 `docker rm -f 이름` 명령으로 지웁니다.',
  en: 'It is the port of a container: do not end that program. See which container has it, and remove it with `docker rm -f NAME` if you do not need it.',
  commands: ['docker ps'],
};

function containerWay(labs = '', alone = ''): Way {
  return {
    ko: '필요 없는 컨테이너라면 지우고 다시 합니다.',
    en: 'If you do not need those containers, remove them and try again.',
    commands: [
      ...(labs ? namesIn(labs).map((lab) => commandOf('dkkb', 'down', lab)) : []),
      ...(alone ? [commandOf('docker', 'rm', '-f', ...namesIn(alone))] : []),
    ],
  };
}

function otherVmWay(folder: string): Way {
  return {
    ko: '다른 터미널을 열어 그 데이터 폴더를 정하고 그 VM을 끕니다.',
    en: 'In another terminal, name that data folder and stop its VM.',
    commands: [setLine({ DKKB_DATA: folder }), 'dkkb vm stop'],
  };
}
