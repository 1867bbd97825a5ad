import { practiceMachine } from '../practice-machine';
import { defineProblem, type Maybe, type Remedy } from '../problem';
import { commandOf } from '../shell/command';

/** What is typed on the other machine. */
const onMachine = `\`tail ${practiceMachine.log}\`, \`docker version\``;

function engineRemedy(said: string): Remedy {
  if (/permission denied.*docker/i.test(said))
    return {
      ko: '그 사용자는 그 컴퓨터의 도커를 쓸 수 없습니다. 그 컴퓨터에서 docker 그룹에 넣은 뒤 다시 합니다:',
      en: 'That user may not use Docker there. Put the user into the group docker on that machine, then try again:',
      commands: ['sudo usermod -aG docker "$USER"'],
    };
  if (/docker: (?:command )?not found/i.test(said))
    return {
      ko: `그 컴퓨터에 도커가 없거나 아직 설치하는 중입니다. 그 컴퓨터에 접속해 설치 기록을 보고(\`tail ${practiceMachine.log}\`), 없으면 설치합니다(데비안과 우분투):`,
      en: `That machine has no Docker, or it is still being installed. Log in there and look at its log (\`tail ${practiceMachine.log}\`). If there is none, install it (Debian and Ubuntu):`,
      commands: ['sudo apt-get update && sudo apt-get install -y docker.io'],
    };
  if (/is the docker daemon running|cannot connect to the docker daemon/i.test(said))
    return {
      ko: `그 컴퓨터의 엔진이 꺼져 있습니다. 그 컴퓨터에서 시작하고 다시 합니다. 설치가 아직 끝나지 않았다면 기록을 봅니다: \`tail ${practiceMachine.log}\``,
      en: `The engine of that machine is off. Start it there and try again. If it is still being installed, look at the log: \`tail ${practiceMachine.log}\``,
      commands: ['sudo systemctl start docker'],
    };
  return {
    ko: `설치가 아직 끝나지 않았을 수 있습니다. 그 컴퓨터에 접속해 설치 기록과 엔진을 봅니다: ${onMachine}`,
    en: `Its installation may still be running. Log in there and look at its log and its engine: ${onMachine}`,
  };
}

/** The other machine is reached, and its engine does not answer there. */
export const remoteEngineSilent = defineProblem(
  'remote-engine-silent',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `SSH로 접속했지만 그 컴퓨터의 도커 엔진이 응답하지 않습니다. 메시지: ${said}`,
      en: `SSH answers, and the Docker Engine of that machine does not. It says: ${said}`,
    },
    remedy: engineRemedy(said),
  }),
  { kind: 'cannot-tell' },
);

/** The disk of the other machine takes no more. */
export const remoteDiskFull = defineProblem(
  'remote-disk-full',
  ({ path = '', said = '' }: Maybe<'path' | 'said'>) => ({
    message: {
      ko: `그 컴퓨터의 디스크가 가득 차서 \`${path}\` 파일을 쓰지 못했습니다. 메시지: ${said}`,
      en: `The disk of that machine is full, so \`${path}\` was not written. It says: ${said}`,
    },
    remedy: {
      ko: '그 컴퓨터에서 무엇이 차지하는지 보고 자리를 만든 뒤, 같은 명령을 다시 합니다:',
      en: 'See on that machine what takes the space, make room, then run the same command again:',
      commands: ['docker system df'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The folder of the reader's files is not there on the other machine. */
export const remoteFolderMissing = defineProblem(
  'remote-folder-missing',
  ({ folder = '' }: Maybe<'folder'>) => ({
    message: {
      ko: `그 컴퓨터에 \`${folder}\` 폴더가 없습니다.`,
      en: `That machine has no folder \`${folder}\`.`,
    },
    remedy: {
      ko: '--on과 함께 쓴 --dir는 그 컴퓨터의 폴더입니다(홈 폴더에서 시작). 있는 폴더를 쓰거나 그 컴퓨터에서 만듭니다:',
      en: 'With `--on`, `--dir` is a folder of that machine, seen from the home folder. Name one that exists, or make it there:',
      commands: [commandOf('mkdir', folder)],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The practice host is not there. */
export const practiceHostMissing = defineProblem(
  'practice-host-missing',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `실습용 컨테이너(practice-host)를 찾을 수 없습니다${said ? `. 메시지: ${said}` : '.'}`,
      en: `There is no practice host${said ? `. It says: ${said}` : '.'}`,
    },
    remedy: {
      ko: '프로젝트 폴더에서 만들고 다시 합니다:',
      en: "Make it, in the project's folder, and try again:",
      commands: ['npx cdktf deploy practice-host'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The practice host is there, and this project cannot log in to it; `isKeyMissing` where the project has no key for it. */
export const practiceHostUnready = defineProblem(
  'practice-host-unready',
  ({ container, isKeyMissing }: { container: string; isKeyMissing: boolean }) => ({
    message: isKeyMissing
      ? {
          ko: `실습용 컨테이너 \`${container}\`에 접속할 키가 이 프로젝트 폴더에 없습니다.`,
          en: `This project has no key for the practice host \`${container}\`.`,
        }
      : {
          ko: `실습용 컨테이너 \`${container}\` 안에 아직 SSH 호스트 키가 없습니다.`,
          en: `The practice host \`${container}\` has no SSH host key yet.`,
        },
    remedy: isKeyMissing
      ? {
          ko: '그 컨테이너를 만든 프로젝트 폴더에서 다시 합니다.',
          en: 'Do it again in the folder of the project that made it.',
        }
      : {
          ko: '아직 시작하는 중이면 잠시 뒤에 다시 합니다. 어디까지 되었는지 봅니다:',
          en: 'It may still be starting: try again in a while. To see how far it is:',
          commands: [commandOf('docker', 'logs', '--tail', '20', container)],
        },
  }),
  { kind: 'cannot-tell', explained: { isKeyMissing: false } },
);

/** The practice host is there and does not run. */
export const practiceHostStopped = defineProblem(
  'practice-host-stopped',
  ({ container = '' }: Maybe<'container'>) => ({
    message: {
      ko: `실습용 컨테이너 \`${container}\` 상태: 실행 중이 아님`,
      en: `The practice host \`${container}\` is not running.`,
    },
    remedy: {
      ko: '시작하고 다시 합니다:',
      en: 'Start it and try again:',
      commands: [commandOf('docker', 'start', container)],
    },
  }),
  { kind: 'cannot-tell' },
);
