import { defineProblem, type Maybe } from '../../core/problem';
import { installDocker } from '../../core/problems/install';
import { silentRemedy } from '../../core/problems/program';
import { shellLine } from '../../core/shell/command';
import { gainAccess, startEngine } from './start-engine';

/** No engine listens. */
export const engineNotRunning = defineProblem(
  'engine-not-running',
  ({ endpoint = '' }: Maybe<'endpoint'>, machine) => ({
    message: {
      ko: `도커 엔진이 실행 중이 아닙니다${endpoint ? ` (${endpoint})` : ''}.`,
      en: `The Docker Engine is not running${endpoint ? ` (${endpoint})` : ''}.`,
    },
    remedy: startEngine(machine),
  }),
  { kind: 'cannot-tell' },
);

/** An engine takes a question and says nothing. */
export const engineNotAnswering = defineProblem(
  'engine-not-answering',
  ({ question = '', seconds = '' }: Maybe<'question' | 'seconds'>) => ({
    message: {
      ko: `도커 엔진이 ${seconds}초 동안 응답하지 않았습니다(${question}). 그래서 확인하지 못했습니다.`,
      en: `The Docker Engine has not answered within ${seconds} s (${question}), so this was not checked.`,
    },
    remedy: silentRemedy,
  }),
  { kind: 'cannot-tell' },
);

/** The engine does not let this user in. */
export const socketDenied = defineProblem(
  'socket-denied',
  ({ endpoint = '' }: Maybe<'endpoint'>, machine) => ({
    message: {
      ko: `도커 엔진에 접속할 권한이 없습니다${endpoint ? ` (${endpoint})` : ''}.`,
      en: `You have no permission to talk to the Docker Engine${endpoint ? ` (${endpoint})` : ''}.`,
    },
    remedy: gainAccess(machine, machine.chosen, endpoint),
  }),
  { kind: 'cannot-tell' },
);

/** Docker Desktop is on Windows, and is not switched on for this WSL distribution. */
export const wslIntegrationOff = defineProblem(
  'wsl-integration-off',
  () => ({
    message: {
      ko: 'Docker Desktop이 이 WSL 배포판에 연결되어 있지 않아 `docker` 명령을 쓸 수 없습니다.',
      en: 'Docker Desktop is not switched on for this WSL distribution, so there is no command `docker`.',
    },
    remedy: {
      ko: 'Windows에서 Docker Desktop을 실행하고 Settings > Resources > WSL integration에서 이 배포판을 켠 뒤 Apply를 누릅니다. 그런 다음 새 터미널에서 다시 합니다.',
      en: 'Start Docker Desktop on Windows, switch this distribution on under Settings > Resources > WSL integration, and apply it. Then try again in a new terminal.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** Compose is missing, or is the old one. */
export const composeMissing = defineProblem(
  'compose-missing',
  (_: Maybe<'command' | 'said'>, machine) => ({
    message: {
      ko: '`docker compose` 플러그인이 없습니다. 책에서 pip로 설치하던 docker-compose(1.x)는 더는 지원되지 않아 쓸 수 없습니다.',
      en: 'The plugin `docker compose` is missing. (The docker-compose 1.x that the book installs with pip is no longer supported.)',
    },
    remedy: installDocker(machine),
  }),
  { kind: 'cannot-tell' },
);

/** Compose cannot read the reader's file. */
export const composeFileRefused = defineProblem(
  'compose-file-refused',
  ({ file = '', said = '', lab = '' }: Maybe<'file' | 'said' | 'lab'>) => ({
    message: {
      ko: `Compose가 파일을 읽지 못합니다: ${file}. Compose의 메시지: ${said}`,
      en: `Compose cannot read ${file}. It says: ${said}`,
    },
    remedy: {
      ko: '어느 줄인지 보고 고칩니다:',
      en: 'See which line it is, and mend it:',
      commands: [shellLine`dkkb check ${lab}`],
    },
  }),
  { kind: 'cannot-tell' },
);
