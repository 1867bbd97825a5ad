import { shellLine } from '../shell';
import type { Failure, FailureCode } from '../failure';
import type { Problem, Remedy } from '../problem';
import { clusterProblems } from '../../kubernetes/problems/cluster';
import { answerTooLarge, answerUnreadable, fileNotRegular } from './answer';
import { awsProblems } from '../../class/problems/aws';
import { vmProblems } from '../../class/problems/vm';
import { archiveMissing, archiveRefused } from '../../images/problems';
import {
  fileInWay,
  folderInWay,
  imageInWay,
  labBusy,
  nameTaken,
  portTaken,
  volumeInWay,
} from '../../docker/problems/in-the-way';
import { defineProblem } from '../problem';
import {
  diskFull,
  imageMissing,
  imageWrongPlatform,
  registryLimit,
  registryUnreachable,
} from '../../docker/problems/pull';
import { dataFolderUnusable, recordDamaged } from './records';
import {
  browserMissing,
  remoteClusterMissing,
  remoteCheckSlow,
  remoteEngineSilent,
  remoteShellNoisy,
  sshDenied,
  sshHostChanged,
  sshUnreachable,
} from './remote';
import { installKubectl } from '../../kubernetes/problems/install';
import { gainAccess, installDocker, startEngine } from '../system';

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

const silentRemedy: Remedy = {
  ko: '컴퓨터가 바쁘다면 잠시 뒤 다시 합니다. 그래도 응답이 없으면 도커 엔진(Docker Desktop이면 Docker Desktop)을 다시 시작하고 상태를 봅니다: dkkb doctor',
  en: 'If the computer is busy, try again in a moment. If it stays like that, restart the Docker Engine (or Docker Desktop) and look at it: dkkb doctor',
};

const engineNotAnswering = defineProblem(
  'engine-not-answering',
  ({ question = '', seconds = '' }: Values) => ({
    message: {
      ko: `도커 엔진이 ${seconds}초 동안 응답하지 않았습니다(${question}). 그래서 확인하지 못했습니다.`,
      en: `The Docker Engine has not answered within ${seconds} s (${question}), so this was not checked.`,
    },
    remedy: silentRemedy,
  }),
  'cannot-tell',
);

/** By the program that did not answer; `ssh` carries another machine's. */
const silentRemedies: Readonly<Record<string, Remedy>> = {
  docker: silentRemedy,
  ssh: {
    ko: '그 컴퓨터가 바쁘다면 잠시 뒤 다시 확인합니다. 그래도 같으면 그 컴퓨터에 로그인해서 같은 명령을 실행해 봅니다.',
    en: 'If that machine is busy, check again in a moment. If it stays like that, log in to it and try the same command there.',
  },
};

const programNotAnswering = defineProblem(
  'program-not-answering',
  ({ program = '', command = '', seconds = '' }: Values) => ({
    message: {
      ko: `\`${command}\` 명령이 ${seconds}초 안에 응답하지 않았습니다. 그래서 확인하지 못했습니다.`,
      en: `\`${command}\` has not answered within ${seconds} s, so this was not checked.`,
    },
    remedy: silentRemedies[program] ?? {
      ko: '컴퓨터가 바쁘다면 잠시 뒤 다시 합니다. 상태 보기: dkkb doctor',
      en: 'If the computer is busy, try again in a moment. Look at it: dkkb doctor',
    },
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
      commands: [shellLine`dkkb solve ${lab}`],
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
  'engine-not-answering': engineNotAnswering,
  'program-not-answering': programNotAnswering,
  'answer-too-large': answerTooLarge,
  'answer-unreadable': answerUnreadable,
  'file-not-regular': fileNotRegular,
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
  'archive-refused': archiveRefused,
  'file-in-way': fileInWay,
  'image-in-way': imageInWay,
  'volume-in-way': volumeInWay,
  'ssh-unreachable': sshUnreachable,
  'ssh-denied': sshDenied,
  'ssh-host-changed': sshHostChanged,
  'remote-engine-silent': remoteEngineSilent,
  'remote-shell-noisy': remoteShellNoisy,
  'remote-check-slow': remoteCheckSlow,
  'remote-cluster-missing': remoteClusterMissing,
  'browser-missing': browserMissing,
  'folder-in-way': folderInWay,
  ...clusterProblems,
  ...awsProblems,
  ...vmProblems,
  'command-failed': commandFailed,
};

/** The problem, with words and remedy for this system, that a failure of the outside is. */
export function problemOf(failure: Failure): Problem {
  return byFailure[failure.code](failure.values);
}
