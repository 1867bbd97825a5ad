import { changeInFile, startInFile } from './in-file';
import { shellLine, type CommandLine } from '../../core/shell/command';
import type { Text } from '../../core/text';
import { defineProblem, type Maybe } from '../../core/problem';
import { anew, typedInstead, type Again } from './again';

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

type WrongVariable = Again &
  Readonly<Record<'variable' | 'wanted' | 'found', string>> &
  Maybe<'other' | 'otherVariable' | 'similar'>;

/** An environment variable has another value than it should, or none; `other` is the container whose variable it has to agree with, `similar` the name that was typed in the place of this one. */
export const variableWrong = defineProblem(
  'variable-wrong',
  (values: WrongVariable) => ({
    message: wrongValue(values),
    remedy: { ...anew, commands: [values.remove, values.run] },
  }),
  { inFile: changeInFile },
);

function wrongValue(values: WrongVariable): Text {
  const { name, variable, wanted, found, other, otherVariable, similar } = values;
  if (!found && similar)
    return {
      ko: `\`${name}\` 컨테이너의 환경 변수 이름이 틀렸습니다. 쓴 이름: \`${similar}\`, 맞는 이름: \`${variable}\`(값은 \`${wanted}\`)`,
      en: `The container \`${name}\` has \`${similar}\` in the place of the variable \`${variable}\`, which should be \`${wanted}\`.`,
    };
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
