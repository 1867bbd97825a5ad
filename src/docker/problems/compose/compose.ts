import type { Remedy } from '../../../core/problem';
import type { Text } from '../../../core/text';
import { defineProblem } from '../../../core/problem';
import { installDocker } from '../../../core/problems/install';
import { at } from './file';

interface UnknownOption {
  readonly [value: string]: string;
  readonly file: string;
  readonly line: string;
  readonly place: string;
  readonly option: string;
  /** An option that is close to it, or empty. */
  readonly similar: string;
  /** The top-level option under which the exercise has that name, or empty. */
  readonly home: string;
}

/** An option that Compose does not know. */
export const optionUnknown = defineProblem(
  'compose-option-unknown',
  ({ file, line, place, option, similar, home }: UnknownOption) => {
    const where =
      place === '(root)'
        ? { ko: '맨 바깥', en: 'the top level' }
        : { ko: `\`${place}\` 아래`, en: `\`${place}\`` };
    return {
      message: {
        ko: `${file} 파일${at(line).ko}: ${where.ko}에 Compose가 모르는 \`${option}\` 항목이 있습니다.`,
        en: `${file}${at(line).en}: Compose does not know \`${option}\` in ${where.en}.`,
      },
      remedy: optionRemedy({ option, similar, home }),
    };
  },
  { explained: { place: '(root)', home: '' } },
);

function optionRemedy({
  option,
  similar,
  home,
}: Pick<UnknownOption, 'option' | 'similar' | 'home'>): Remedy {
  if (home) {
    return {
      ko: `\`${option}\` 항목을 \`${home}:\` 아래로 들여 씁니다.`,
      en: `Indent \`${option}\`, so that it stands under \`${home}:\`.`,
    };
  }
  if (similar === 'version')
    return {
      ko: '`version:` 줄은 이제 필요 없습니다. 그 줄을 지웁니다.',
      en: 'The line `version:` is not needed any more. Remove that line.',
    };
  if (similar) {
    return {
      ko: `\`${similar}\` 항목을 쓰려던 것이면 그렇게 고칩니다.`,
      en: `If you meant \`${similar}\`, write that.`,
    };
  }
  return { ko: '철자와 들여쓰기를 확인합니다.', en: 'Check its spelling and its indentation.' };
}

/** A service names another service, a network or a volume that the file does not have. */
export const nameUndeclared = defineProblem(
  'compose-name-undeclared',
  ({
    file,
    line,
    service,
    kind,
    name,
  }: {
    file: string;
    line: string;
    service: string;
    kind: string;
    name: string;
  }) => ({
    message: {
      ko: `${file} 파일${at(line).ko}: \`${service}\` 서비스에 적은 \`${name}\` 이름이 파일 맨 바깥의 \`${kind}:\` 아래에 없습니다.`,
      en: `${file}${at(line).en}: the service \`${service}\` names \`${name}\`, which is not under \`${kind}:\` at the top level.`,
    },
    remedy: {
      ko: `두 곳의 철자를 맞추거나, 맨 바깥 \`${kind}:\` 아래에 \`${name}:\` 항목을 씁니다.`,
      en: `Make the two spellings agree, or write \`${name}:\` under \`${kind}:\` at the top level.`,
    },
  }),
);

/** A service of the exercise is not in the file. */
export const serviceMissing = defineProblem(
  'compose-service-missing',
  ({ file, service, found }: { file: string; service: string; found: string }) => ({
    message: {
      ko: `${file} 파일에 \`${service}\` 서비스가 없습니다. 지금 있는 서비스: ${found || '없음'}`,
      en: `${file} has no service \`${service}\`; it has: ${found || 'none'}`,
    },
    remedy: {
      ko: `서비스의 이름이 다르면 \`${service}\` 이름으로 고치고, 서비스가 없으면 \`services:\` 아래에 씁니다.`,
      en: `If the service has another name, call it \`${service}\`; if there is none, write it under \`services:\`.`,
    },
  }),
);

// A service without `restart` is one that Compose does not restart.
function present(setting: string, found: string): Text {
  if (!found) return { ko: '없음', en: 'missing' };
  if (setting === 'restart' && found === 'no')
    return { ko: '다시 시작하지 않음', en: 'not to restart' };
  return { ko: `\`${found}\``, en: `\`${found}\`` };
}

/** A setting of a service differs from the exercise's. */
export const settingWrong = defineProblem(
  'compose-setting-wrong',
  ({
    service,
    setting,
    wanted,
    found,
  }: {
    service: string;
    setting: string;
    wanted: string;
    found: string;
  }) => ({
    message: {
      ko: `\`${service}\` 서비스의 \`${setting}\` 값이 다릅니다. 있어야 할 값: \`${wanted}\`, 지금 값: ${present(setting, found).ko}`,
      en: `In the service \`${service}\`, \`${setting}\` should be \`${wanted}\`, and is ${present(setting, found).en}.`,
    },
    remedy: {
      ko: `\`${service}\` 아래의 \`${setting}\` 부분을 고칩니다.`,
      en: `Mend \`${setting}\` under \`${service}\`.`,
    },
  }),
);

/** A service depends on itself, or on one that needs it and so starts after it; `wanted` is the one that it needs, or empty. */
export const dependsWrong = defineProblem(
  'compose-depends-wrong',
  ({
    file,
    line,
    service,
    found,
    wanted,
  }: Record<'file' | 'line' | 'service' | 'found' | 'wanted', string>) => ({
    message:
      service === found
        ? {
            ko: `${file} 파일${at(line).ko}: \`${service}\` 서비스의 \`depends_on\` 항목에 자기 이름이 있습니다. 자기가 먼저 실행되기를 기다리게 됩니다.`,
            en: `${file}${at(line).en}: the service \`${service}\` depends on itself.`,
          }
        : {
            ko: `${file} 파일${at(line).ko}: \`${service}\` 서비스의 \`depends_on\` 항목에 \`${found}\` 이름이 있습니다. 순서가 반대입니다. \`${service}\` 쪽이 먼저 실행되어야 합니다.`,
            en: `${file}${at(line).en}: the service \`${service}\` depends on \`${found}\`. It is the reverse: \`${service}\` has to start first.`,
          },
    remedy: wanted
      ? {
          ko: `먼저 실행될 서비스의 이름을 씁니다: \`${wanted}\``,
          en: `Write the name of the service that has to start first: \`${wanted}\``,
        }
      : {
          ko: '그 줄을 지웁니다. `depends_on` 항목은 나중에 실행될 서비스에만 쓰고, 거기에 먼저 실행될 서비스의 이름을 적습니다.',
          en: 'Remove it. `depends_on` belongs under the service that starts later, and names the one that starts first.',
        },
  }),
  { explained: { wanted: '' } },
);

/** A network or volume of the exercise is not declared at the top of the file. */
export const declarationMissing = defineProblem(
  'compose-declaration-missing',
  ({ file, kind, name }: { file: string; kind: string; name: string }) => ({
    message: {
      ko: `${file} 파일의 맨 바깥 \`${kind}\` 항목에 \`${name}\` 이름이 없습니다.`,
      en: `${file} does not declare \`${name}\` under \`${kind}\` at the top level.`,
    },
    remedy: {
      ko: `맨 바깥 \`${kind}:\` 아래에 \`${name}:\` 줄을 씁니다.`,
      en: `Write \`${name}:\` under \`${kind}:\` at the top level.`,
    },
  }),
);

/** Only the old `docker-compose` is there; `version` is the version that it reports. */
export const composeOldCommand = defineProblem(
  'compose-old-command',
  ({ version }: { version: string }, machine) => ({
    message: {
      ko: `예전 방식의 \`docker-compose\` 명령(${version})만 있고, 요즘의 \`docker compose\` 플러그인이 없습니다. pip로 설치하던 docker-compose 1.x는 더는 지원되지 않습니다.`,
      en: `Only the old command \`docker-compose\` (${version}) is here, not the plugin \`docker compose\`. The docker-compose 1.x that pip installed is no longer supported.`,
    },
    remedy: installDocker(machine),
  }),
  { kind: 'cannot-tell' },
);
