import { changeInFile, startInFile, withoutArgument } from './in-file';
import { shellLine, type CommandLine } from '../../core/shell/command';
import type { Text } from '../../core/text';
import type { Remedy } from '../../core/problem';
import type { Again } from './again';
import { defineProblem, type Maybe } from '../../core/problem';

const anew: Text = { ko: '지우고 다시 만듭니다:', en: 'Remove it and make it again:' };

/** A second sentence, about the command that was typed after the image's name; empty when there was none. */
function typedInstead(typed: string): Text {
  if (!typed) return { ko: '', en: '' };
  return {
    ko: ` 이미지 이름 뒤에 쓴 \`${typed}\` 명령이 이미지의 서버 대신 실행되었습니다.`,
    en: ` What was typed after the image's name, \`${typed}\`, ran in place of the image's own server.`,
  };
}

type Missing = Readonly<Record<'name' | 'similar' | 'network', string>> & {
  readonly run: CommandLine;
};

/** No container of that name exists; `run` is the command that makes it, `similar` a name close to it or empty, `network` one that it needs and that is not there, or empty. */
export const containerMissing = defineProblem(
  'container-missing',
  ({ name, run, similar, network }: Missing) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 없습니다.${similar ? ` 비슷한 이름의 \`${similar}\` 컨테이너는 있습니다.` : ''}`,
      en: `There is no container \`${name}\`.${similar ? ` There is one called \`${similar}\`.` : ''}`,
    },
    remedy: similar
      ? {
          ko: `이름이 틀렸다면 이렇게 바꿉니다:`,
          en: `If only the name is wrong, change it:`,
          commands: [shellLine`docker rename ${similar} ${name}`],
        }
      : network
        ? {
            ko: '네트워크를 만들고 실행합니다:',
            en: 'Create the network, then run it:',
            commands: [shellLine`docker network create ${network}`, run],
          }
        : {
            ko: `이렇게 실행합니다:`,
            en: `Run it:`,
            commands: [run],
          },
  }),
  {
    isStillToDo: ({ similar }) => !similar,
    inFile: startInFile,
    explained: { similar: '', network: '' },
  },
);

/** Options of `docker run` stand after the image's name. */
export const optionsAfterImage = defineProblem(
  'options-after-image',
  ({ name, typed, image, remove, run }: Again & { typed: string; image: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 만들 때 이미지 이름(\`${image}\`) 뒤에 옵션을 썼습니다: \`${typed}\`. 이미지 이름 뒤에 쓴 것은 도커의 옵션이 아니라 컨테이너 안의 프로그램에 전달됩니다.`,
      en: `For the container \`${name}\`, options were typed after the image's name (\`${image}\`): \`${typed}\`. What stands there is handed to the program inside the container, not to Docker.`,
    },
    remedy: {
      ko: '옵션을 이미지 이름 앞에 써서 다시 만듭니다:',
      en: 'Make it again with the options before the name of the image:',
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile },
);

/** The container runs a command that was typed after the image's name, so that its server never started. */
export const commandAdded = defineProblem(
  'command-added',
  ({ name, typed, remove, run }: Again & { typed: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 실행 중이지만 서버가 응답하지 않습니다.${typedInstead(typed).ko}`,
      en: `The container \`${name}\` runs, but no server answers.${typedInstead(typed).en}`,
    },
    remedy: { ...anew, commands: [remove, run] },
  }),
  { inFile: changeInFile },
);

/** The container was made and never started. */
export const containerNotStarted = defineProblem(
  'container-not-started',
  ({ name, reason, typed, remove, run }: Again & { reason: string; typed: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 만들기만 하고 시작하지 않았습니다.${reason ? ` 엔진의 메시지: ${reason}` : ''}${reason ? typedInstead(typed).ko : ''}`,
      en: `The container \`${name}\` was created but not started.${reason ? ` The engine says: ${reason}` : ''}${reason ? typedInstead(typed).en : ''}`,
    },
    // What the engine refuses, it refuses again.
    remedy: reason
      ? { ...anew, commands: [remove, run] }
      : { ko: `시작합니다:`, en: `Start it:`, commands: [shellLine`docker start ${name}`] },
  }),
  {
    // Without a reason, Compose has not come to it yet, as where a database is not ready.
    inFile: (way, { reason }) => (reason ? changeInFile(way) : startInFile(way)),
    explained: { reason: '' },
  },
);

type Ended = Again & Readonly<Record<'exitCode' | 'log' | 'typed', string>>;

/** The container's process ended; `log` is what it said last. */
export const containerExited = defineProblem(
  'container-exited',
  (ended: Ended) => ({
    message: {
      ko: `\`${ended.name}\` 컨테이너가 멈춰 있습니다(종료 코드 ${ended.exitCode}).${ended.log ? ` 마지막 로그: ${ended.log}` : ''}${typedInstead(ended.typed).ko}`,
      en: `The container \`${ended.name}\` has exited with code ${ended.exitCode}.${ended.log ? ` Its log ends: ${ended.log}` : ''}${typedInstead(ended.typed).en}`,
    },
    remedy: exitRemedy(ended),
  }),
  { explained: { typed: '' } },
);

function exitRemedy({ name, exitCode, typed, remove, run }: Ended): Remedy {
  if (typed) return { ...anew, commands: [remove, run] };
  if (['0', '137', '143'].includes(exitCode)) {
    return {
      ko: `다시 시작합니다:`,
      en: `Start it again:`,
      commands: [shellLine`docker start ${name}`],
    };
  }
  return {
    ko: `로그를 모두 읽고 까닭을 찾은 뒤, 지우고 다시 실행합니다:`,
    en: `Read the whole log for the reason, then remove it and run it anew:`,
    commands: [shellLine`docker logs ${name}`, remove, run],
  };
}

/** A database image refused to start without a root password. */
export const passwordMissing = defineProblem(
  'database-password-missing',
  ({ name, log, run }: { name: string; log: string; run: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 루트 비밀번호를 받지 못해 바로 멈췄습니다. 로그: ${log}`,
      en: `The container \`${name}\` got no root password and exited at once. Its log: ${log}`,
    },
    remedy: {
      ko: `지우고 비밀번호를 넣어 다시 실행합니다:`,
      en: `Remove it and run it with the password:`,
      commands: [shellLine`docker rm -v ${name}`, run],
    },
  }),
  { inFile: changeInFile },
);

/** MySQL 8.4 and newer refuse an argument that the book's command carries. */
export const authenticationArgumentRefused = defineProblem(
  'mysql-argument-refused',
  ({ name, log, run }: { name: string; log: string; run: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 바로 멈췄습니다. 요즘 MySQL(9.x)은 책의 명령에 있는 \`--default-authentication-plugin\` 인자를 받지 않습니다. 로그: ${log}`,
      en: `The container \`${name}\` exited at once: today's MySQL (9.x) refuses the book's argument \`--default-authentication-plugin\`. Its log: ${log}`,
    },
    remedy: {
      ko: `그 인자를 빼면 됩니다:`,
      en: `It works without that argument:`,
      commands: [shellLine`docker rm -v ${name}`, run],
    },
  }),
  { inFile: withoutArgument },
);

/** The container is paused. */
export const containerPaused = defineProblem('container-paused', ({ name }: { name: string }) => ({
  message: {
    ko: `\`${name}\` 컨테이너가 일시 정지되어 있습니다.`,
    en: `The container \`${name}\` is paused.`,
  },
  remedy: {
    ko: `다시 움직이게 합니다:`,
    en: `Resume it:`,
    commands: [shellLine`docker unpause ${name}`],
  },
}));

/** The container starts and dies over and over. */
export const containerRestarting = defineProblem(
  'container-restarting',
  ({ name, exitCode, log, typed, remove, run }: Ended) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 시작하자마자 멈추고 다시 시작하기를 되풀이합니다(종료 코드 ${exitCode}). 마지막 로그: ${log}${typedInstead(typed).ko}`,
      en: `The container \`${name}\` keeps restarting (exit code ${exitCode}). Its log ends: ${log}${typedInstead(typed).en}`,
    },
    remedy: typed
      ? { ...anew, commands: [remove, run] }
      : { ko: `로그를 봅니다:`, en: `Read its log:`, commands: [shellLine`docker logs ${name}`] },
  }),
  { inFile: changeInFile, explained: { typed: '' } },
);

/** Made from another image than the exercise's. */
export const imageWrong = defineProblem(
  'image-wrong',
  ({ name, wanted, found, remove, run }: Again & { wanted: string; found: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 \`${wanted}\` 이미지가 아니라 \`${found}\` 이미지로 만들었습니다.`,
      en: `The container \`${name}\` was made from \`${found}\`, not from \`${wanted}\`.`,
    },
    remedy: { ...anew, commands: [remove, run] },
  }),
  { inFile: changeInFile },
);

/** No port of the container is published. */
export const portNotPublished = defineProblem(
  'port-not-published',
  ({ name, wanted, remove, run }: Again & { wanted: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너에 연결된 포트가 없습니다. \`${wanted}\` 연결이 필요합니다(호스트:컨테이너).`,
      en: `The container \`${name}\` publishes no port; it needs \`${wanted}\` (host:container).`,
    },
    remedy: {
      ko: `포트는 만들 때만 정할 수 있으니 지우고 다시 만듭니다:`,
      en: `Ports are set at creation, so make it again:`,
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile },
);

/** Ports are published, and the wanted host port is not among them. */
export const portWrong = defineProblem(
  'port-wrong',
  ({ name, wanted, found, remove, run }: Again & { wanted: string; found: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 포트가 \`${wanted}\`이어야 하는데 지금은 \`${found}\`입니다(호스트:컨테이너).`,
      en: `The container \`${name}\` should publish \`${wanted}\`, and publishes \`${found}\` (host:container).`,
    },
    remedy: { ...anew, commands: [remove, run] },
  }),
  { inFile: changeInFile },
);

type Swapped = Readonly<Record<'containers' | 'found' | 'wanted', string>> &
  Readonly<Record<'remove' | 'run' | 'second', CommandLine>> & { readonly third?: CommandLine };

/** Containers have each other's host ports. */
export const portsSwapped = defineProblem(
  'ports-swapped',
  ({ containers, found, wanted, remove, run, second, third }: Swapped) => ({
    message: {
      ko: `컨테이너들의 호스트 포트가 서로 바뀌었습니다: ${containers}. 있어야 할 포트: ${wanted}. 지금 포트: ${found}.`,
      en: `These containers have each other's host ports: ${containers}. They should publish ${wanted}, and publish ${found}.`,
    },
    remedy: {
      ko: '포트는 만들 때만 정할 수 있으니 먼저 모두 지우고 다시 만듭니다:',
      en: 'Ports are set at creation. Remove all of them first, then make them again:',
      commands: [remove, run, second, ...(third ? [third] : [])],
    },
  }),
  { inFile: changeInFile },
);

type WrongVariable = Again &
  Readonly<Record<'variable' | 'wanted' | 'found', string>> &
  Maybe<'other' | 'otherVariable'>;

/** An environment variable has another value than it should, or none; `other` is the container whose variable it has to agree with. */
export const variableWrong = defineProblem(
  'variable-wrong',
  (values: WrongVariable) => ({
    message: wrongValue(values),
    remedy: { ...anew, commands: [values.remove, values.run] },
  }),
  { inFile: changeInFile },
);

function wrongValue({ name, variable, wanted, found, other, otherVariable }: WrongVariable): Text {
  if (!found)
    return {
      ko: `\`${name}\` 컨테이너에 \`${variable}\` 환경 변수가 없습니다. 넣어야 할 값: \`${wanted}\``,
      en: `The container \`${name}\` lacks the variable \`${variable}\`; it should be \`${wanted}\`.`,
    };
  const told = {
    ko: `\`${name}\` 컨테이너의 \`${variable}\` 환경 변수 값이 다릅니다. 있어야 할 값: \`${wanted}\`, 지금 값: \`${found}\``,
    en: `In the container \`${name}\` the variable \`${variable}\` should be \`${wanted}\`, and is \`${found}\`.`,
  };
  if (variable === 'MYSQL_USER' && found === 'root')
    return {
      ko: `${told.ko}. root 사용자는 데이터베이스에 이미 있어서 이 변수로 만들 수 없습니다.`,
      en: `${told.en} The database has its root user already, and this variable cannot make it.`,
    };
  if (!other) return told;
  return {
    ko: `${told.ko}. \`${other}\` 컨테이너의 \`${otherVariable}\` 값과 같아야 합니다.`,
    en: `${told.en} It has to be the same as \`${otherVariable}\` of the container \`${other}\`.`,
  };
}
