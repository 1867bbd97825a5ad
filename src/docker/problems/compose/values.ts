import { defineProblem } from '../../../core/problem';
import type { Text } from '../../../core/text';

/** The line of the version is a number, where Compose takes a text, and needs none. */
export const versionNumber = defineProblem(
  'compose-version-number',
  ({ file, line, found }: { file: string; line: string; found: string }) => ({
    message: {
      ko: `${file} 파일 ${line}번째 줄: \`version: ${found}\`에서 따옴표가 없는 \`${found}\` 값은 글자가 아니라 수입니다. Compose는 여기서 수를 받지 않습니다.`,
      en: `${file}, line ${line}: in \`version: ${found}\` the value is a number, because it has no quotation marks; Compose takes no number there.`,
    },
    remedy: {
      ko: '`version:` 줄은 이제 필요 없습니다. 그 줄을 지웁니다.',
      en: 'The line `version:` is not needed any more. Remove that line.',
    },
  }),
);

/** Variables stand with an equals sign under a mapping. */
export const environmentEquals = defineProblem(
  'compose-environment-equals',
  ({ file, line, service }: { file: string; line: string; service: string }) => ({
    message: {
      ko: `${file} 파일 ${line}번째 줄: \`${service}\` 서비스의 \`environment:\` 아래에 줄 앞의 \`-\` 없이 \`이름=값\`으로 썼습니다.`,
      en: `${file}, line ${line}: under \`environment:\` of \`${service}\`, the variables are written \`KEY=value\` without a dash before them.`,
    },
    remedy: {
      ko: '`이름: 값`으로 씁니다. 또는 줄마다 앞에 `-`와 빈칸을 붙여 `- 이름=값`으로 씁니다.',
      en: 'Write `KEY: value`, or a dash and a space before each `KEY=value`.',
    },
  }),
);

const slashes: Text = {
  ko: ' YAML에서 `//`는 주석이 아니라 값의 일부입니다. 주석은 `#`으로 시작합니다.',
  en: ' In YAML, `//` begins no comment and is part of the value; a comment begins with `#`.',
};

/** There is no platform of that name, so nothing starts. */
export const platformUnknown = defineProblem(
  'compose-platform-unknown',
  ({ file, service, platform }: { file: string; service: string; platform: string }) => {
    const note = platform.includes('//') ? slashes : { ko: '', en: '' };
    return {
      message: {
        ko: `${file} 파일: \`${service}\` 서비스의 \`platform\` 값이 \`${platform}\`입니다. 그런 플랫폼은 없어서 컨테이너가 시작하지 못합니다.${note.ko}`,
        en: `${file}: \`platform\` of the service \`${service}\` is \`${platform}\`. There is no such platform, so nothing starts.${note.en}`,
      },
      remedy: {
        ko: '`platform:` 줄을 지우거나, `linux/amd64`처럼 있는 플랫폼만 남깁니다.',
        en: 'Remove the line `platform:`, or leave one that exists, such as `linux/amd64`.',
      },
    };
  },
);

const causes: Readonly<Record<string, Text>> = {
  program: {
    ko: ' 이 이미지에는 그런 서버 프로그램이 없습니다(MariaDB 11부터는 `mysqld`가 아니라 `mariadbd`입니다).',
    en: ' This image has no such program (from MariaDB 11 on it is `mariadbd`, not `mysqld`).',
  },
  removed: {
    ko: ' 요즘 서버에는 그 옵션이 없습니다.',
    en: " Today's server has that option no more.",
  },
  unknown: {
    ko: ' 서버에 그런 옵션은 없습니다.',
    en: ' The server has no such option.',
  },
  value: {
    ko: ' 그런 문자 집합이나 정렬 방식은 없습니다.',
    en: ' There is no such character set or collation.',
  },
};

/** The database's server does not start with its command; `words` are those that it does not know, `causes` why, `command` what is left without them. */
export const commandWrong = defineProblem(
  'compose-command-wrong',
  ({
    file,
    service,
    words,
    causes: names,
    command,
  }: {
    file: string;
    service: string;
    words: string;
    causes: string;
    command: string;
  }) => {
    const why = names.split(' ').map((name) => causes[name] ?? { ko: '', en: '' });
    const quoted = words
      .split(' ')
      .map((word) => `\`${word}\``)
      .join(', ');
    return {
      message: {
        ko: `${file} 파일: \`${service}\` 서비스의 \`command\` 때문에 서버가 시작하지 못합니다: ${quoted}.${why.map(({ ko }) => ko).join('')}`,
        en: `${file}: the server of \`${service}\` does not start with this in its \`command\`: ${quoted}.${why.map(({ en }) => en).join('')}`,
      },
      remedy: command
        ? { ko: `이렇게 씁니다: \`command: ${command}\``, en: `Write \`command: ${command}\`.` }
        : { ko: '`command:` 줄을 지웁니다.', en: 'Remove the line `command:`.' },
    };
  },
);
