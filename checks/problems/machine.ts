import type { Failure, FailureCode } from '../../runtime/failure';
import type { Problem, Remedy } from '../check';
import { clusterProblems } from './cluster';
import { awsProblems } from './aws';
import { defineProblem } from './problem';
import { dataFolderUnusable, recordDamaged } from './records';
import {
  browserMissing,
  remoteEngineSilent,
  sshDenied,
  sshHostChanged,
  sshUnreachable,
} from './remote';
import { installKubectl } from './cluster-system';
import { gainAccess, installDocker, startEngine } from './system';

type Values = Readonly<Record<string, string>>;

function programRemedy(program: string): Remedy {
  if (program === 'docker') return installDocker();
  if (program === 'kubectl') return installKubectl();
  return { ko: '무엇이 필요한지 봅니다: dkkb doctor', en: 'See what is needed: dkkb doctor' };
}

const programMissing = defineProblem(
  'program-missing',
  ({ program = '' }: Values) => ({
    message: {
      ko: `\`${program}\` 프로그램이 설치되어 있지 않거나 PATH에 없습니다.`,
      en: `The program \`${program}\` is not installed, or not on the PATH.`,
    },
    remedy: programRemedy(program),
  }),
  'cannot-tell',
);

const engineNotRunning = defineProblem(
  'engine-not-running',
  ({ endpoint = '' }: Values) => ({
    message: {
      ko: `도커 엔진이 실행 중이 아닙니다${endpoint ? ` (${endpoint})` : ''}.`,
      en: `The Docker Engine is not running${endpoint ? ` (${endpoint})` : ''}.`,
    },
    remedy: startEngine(),
  }),
  'cannot-tell',
);

const socketDenied = defineProblem(
  'socket-denied',
  ({ endpoint = '' }: Values) => ({
    message: {
      ko: `도커 엔진에 접속할 권한이 없습니다${endpoint ? ` (${endpoint})` : ''}.`,
      en: `You have no permission to talk to the Docker Engine${endpoint ? ` (${endpoint})` : ''}.`,
    },
    remedy: gainAccess(),
  }),
  'cannot-tell',
);

const composeMissing = defineProblem(
  'compose-missing',
  () => ({
    message: {
      ko: '`docker compose` 플러그인이 없습니다. 책에서 pip로 설치하던 docker-compose(1.x)는 더는 지원되지 않아 쓸 수 없습니다.',
      en: 'The plugin `docker compose` is missing. (The docker-compose 1.x that the book installs with pip is no longer supported.)',
    },
    remedy: installDocker(),
  }),
  'cannot-tell',
);

const composeFileRefused = defineProblem(
  'compose-file-refused',
  ({ file = '', said = '', lab = '' }: Values) => ({
    message: {
      ko: `Compose가 파일을 읽지 못합니다: ${file}. Compose의 메시지: ${said}`,
      en: `Compose cannot read ${file}. It says: ${said}`,
    },
    remedy: {
      ko: '어느 줄인지 보고 고칩니다:',
      en: 'See which line it is, and mend it:',
      commands: [`dkkb solve ${lab}`],
    },
  }),
  'cannot-tell',
);

const registryLimit = defineProblem(
  'registry-limit',
  ({ image = '' }: Values) => ({
    message: {
      ko: `이미지 저장소가 잠시 내려받기를 막았습니다(${image}). 한 주소에서 너무 많이 받았을 때 생기며, 교실처럼 여럿이 함께 쓰는 곳에서 흔합니다.`,
      en: `The registry refuses more pulls from this address for now (${image}); this is common where many share one address, as in a classroom.`,
    },
    remedy: {
      ko: '선생님이 나눠 주는 이미지 파일을 불러옵니다: dkkb images load FILE. 혼자라면 docker login 후 다시 하거나 여섯 시간 뒤에 합니다.',
      en: "Load the teacher's archive: dkkb images load FILE. Alone: docker login and try again, or wait six hours.",
    },
  }),
  'cannot-tell',
);

const registryUnreachable = defineProblem(
  'registry-unreachable',
  ({ image = '', said = '' }: Values) => ({
    message: {
      ko: `이미지 저장소에 연결할 수 없어 ${image} 이미지를 받지 못했습니다. 메시지: ${said}`,
      en: `The registry cannot be reached, so the image ${image} was not pulled. It says: ${said}`,
    },
    remedy: {
      ko: '인터넷 연결을 확인합니다. 인터넷이 없으면 이미지 파일을 불러오거나(dkkb images load FILE) 데비안·우분투에서는 직접 만듭니다(dkkb images build).',
      en: 'Check the internet connection. Without one, load an archive (dkkb images load FILE) or, on Debian and Ubuntu, build the images (dkkb images build).',
    },
  }),
  'cannot-tell',
);

const imageMissing = defineProblem(
  'image-missing',
  ({ image = '', said = '' }: Values) => ({
    message: {
      ko: `${image} 이미지를 찾을 수 없습니다. 메시지: ${said}`,
      en: `The image ${image} was not found. It says: ${said}`,
    },
    remedy: {
      ko: '이미지 이름의 철자를 확인합니다. 책의 이미지 목록: dkkb images list',
      en: "Check the spelling of the image's name. The book's images: dkkb images list",
    },
  }),
  'cannot-tell',
);

const imageWrongPlatform = defineProblem(
  'image-wrong-platform',
  ({ image = '', platform = process.arch }: Values) => ({
    message: {
      ko: `${image ? `${image} 이미지에는` : '이미지 가운데 하나에는'} 이 컴퓨터(${platform})에서 쓸 수 있는 것이 없습니다.`,
      en: `${image ? `The image ${image}` : 'One of the images'} does not exist for this kind of computer (${platform}).`,
    },
    remedy: {
      ko: '이 컴퓨터용이 있는 새 태그를 씁니다. 예를 들어 mysql:5.7은 arm64용이 없으므로 mysql을 씁니다.',
      en: 'Use a newer tag that exists for it: mysql:5.7, for example, has none for arm64; use mysql.',
    },
  }),
  'cannot-tell',
);

const diskFull = defineProblem(
  'disk-full',
  ({ said = '' }: Values) => ({
    message: {
      ko: `디스크에 남은 공간이 없습니다. 메시지: ${said}`,
      en: `The disk is full. It says: ${said}`,
    },
    remedy: {
      ko: '무엇이 공간을 쓰는지 봅니다: docker system df. 쓰지 않는 이미지를 지운 뒤 다시 합니다: docker image prune',
      en: 'See what takes the space: docker system df. Remove unused images and try again: docker image prune',
    },
  }),
  'cannot-tell',
);

/** A host port is taken; `by` is a container or a process, or empty when nobody can tell. */
export const portTaken = defineProblem(
  'port-in-use',
  ({ port = '', by = '', name = '' }: Values) => ({
    message: {
      ko: `${port}번 포트를 이미 ${by ? `\`${by}\`에서` : '다른 프로그램에서'} 쓰고 있습니다.${name ? ` 그래서 \`${name}\` 컨테이너를 시작할 수 없습니다.` : ''}`,
      en: `Port ${port} is already in use by ${by ? `\`${by}\`` : 'another program'}.${name ? ` So the container \`${name}\` cannot start.` : ''}`,
    },
    remedy: freePort(port, by),
  }),
  'cannot-tell',
);

function freePort(port: string, by: string) {
  if (by && !by.includes(' ')) {
    return {
      ko: '필요 없는 컨테이너라면 지운 뒤 다시 합니다:',
      en: 'If you do not need that container, remove it and try again:',
      commands: [`docker rm -f ${by}`],
    };
  }
  const look =
    process.platform === 'win32'
      ? `netstat -ano | findstr :${port}`
      : process.platform === 'darwin'
        ? `lsof -nP -iTCP:${port} -sTCP:LISTEN`
        : `sudo ss -ltnp 'sport = :${port}'`;
  return {
    ko: '그 프로그램을 끝낸 뒤 다시 합니다. 어느 프로그램인지 보려면:',
    en: 'Stop that program and try again. To see which it is:',
    commands: [look],
  };
}

/** A container of somebody else has a lab's name. */
export const nameTaken = defineProblem(
  'name-in-use',
  ({ name = '', image = '', created = '', by = '' }: Values) => ({
    message: {
      ko: `\`${name}\`라는 이름의 컨테이너가 이미 있습니다${image ? ` (이미지 ${image}, ${created})` : by ? ` (${by.slice(0, 12)})` : ''}. 이 실습에서 만든 것이 아니어서 건드리지 않습니다.`,
      en: `A container called \`${name}\` is already there${image ? ` (image ${image}, ${created})` : by ? ` (${by.slice(0, 12)})` : ''}. This lab did not make it and leaves it alone.`,
    },
    remedy: {
      ko: '필요한 컨테이너라면 이름을 바꾸고(첫째 줄), 필요 없다면 지웁니다(둘째 줄):',
      en: 'If you need it, rename it (first line); if not, remove it (second line):',
      commands: [`docker rename ${name} ${name}-old`, `docker rm -f ${name}`],
    },
  }),
  'cannot-tell',
);

const labBusy = defineProblem(
  'lab-busy',
  ({ lab = '' }: Values) => ({
    message: {
      ko: `다른 dkkb 명령이 아직 \`${lab}\` 실습을 바꾸고 있습니다.`,
      en: `Another dkkb command is still changing the lab \`${lab}\`.`,
    },
    remedy: {
      ko: '그 명령이 끝난 뒤 다시 합니다.',
      en: 'Try again when that command has ended.',
    },
  }),
  'cannot-tell',
);

const archiveMissing = defineProblem(
  'archive-missing',
  ({ file = '' }: Values) => ({
    message: { ko: `이미지 파일이 없습니다: ${file}`, en: `There is no such archive: ${file}` },
    remedy: {
      ko: '파일의 위치를 확인합니다. 파일은 dkkb images save FILE 명령으로 만듭니다.',
      en: 'Check the path. An archive is made with dkkb images save FILE.',
    },
  }),
  'cannot-tell',
);

const fileInWay = defineProblem(
  'file-in-way',
  ({ path = '' }: Values) => ({
    message: {
      ko: `\`${path}\` 파일이 이미 있습니다. 덮어쓰지 않고 그대로 둡니다.`,
      en: `The file \`${path}\` is already there, and is not overwritten.`,
    },
    remedy: {
      ko: '파일의 이름을 바꾸거나 다른 폴더에서 합니다: --dir DIR',
      en: 'Rename it, or work in another folder: --dir DIR',
    },
  }),
  'cannot-tell',
);

const imageInWay = defineProblem(
  'image-in-way',
  ({ image = '' }: Values) => ({
    message: {
      ko: `직접 만드신 \`${image}\` 이미지가 이미 있습니다. 덮어쓰지 않고 그대로 둡니다.`,
      en: `You have already made an image \`${image}\`; it is not overwritten.`,
    },
    remedy: {
      ko: '필요한 이미지라면 다른 이름을 붙이고(첫째 줄), 원래 이름을 지웁니다(둘째 줄):',
      en: 'If you need it, give it another name (first line); then remove this one (second line):',
      commands: [`docker tag ${image} ${image}-old`, `docker image rm ${image}`],
    },
  }),
  'cannot-tell',
);

const commandFailed = defineProblem(
  'command-failed',
  ({ command = '', said = '' }: Values) => ({
    message: {
      ko: `명령이 실패했습니다: ${command} — ${said}`,
      en: `A command failed: ${command} — ${said}`,
    },
    remedy: {
      ko: '컴퓨터와 엔진의 상태를 봅니다: dkkb doctor',
      en: 'Look at the machine and the engine: dkkb doctor',
    },
  }),
  'cannot-tell',
);

const byFailure: Readonly<Record<FailureCode, (values: Values) => Problem>> = {
  'program-missing': programMissing,
  'engine-not-running': engineNotRunning,
  'socket-denied': socketDenied,
  'compose-missing': composeMissing,
  'compose-file-refused': composeFileRefused,
  'registry-limit': registryLimit,
  'registry-unreachable': registryUnreachable,
  'image-missing': imageMissing,
  'image-wrong-platform': imageWrongPlatform,
  'disk-full': diskFull,
  'port-in-use': portTaken,
  'name-in-use': nameTaken,
  'lab-busy': labBusy,
  'record-damaged': recordDamaged,
  'data-folder-unusable': dataFolderUnusable,
  'archive-missing': archiveMissing,
  'file-in-way': fileInWay,
  'image-in-way': imageInWay,
  'ssh-unreachable': sshUnreachable,
  'ssh-denied': sshDenied,
  'ssh-host-changed': sshHostChanged,
  'remote-engine-silent': remoteEngineSilent,
  'browser-missing': browserMissing,
  ...clusterProblems,
  ...awsProblems,
  'command-failed': commandFailed,
};

/** The problem, with words and remedy for this system, that a failure of the outside is. */
export function problemOf(failure: Failure): Problem {
  return byFailure[failure.code](failure.values);
}
