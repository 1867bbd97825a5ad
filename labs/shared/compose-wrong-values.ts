import { bookEnd, mariaEnd, wideMysql, wideRedmine } from './compose-files';
import type { ComposeMistake } from './compose-mistakes';

const command = 'compose-command-wrong';
const setting = 'compose-setting-wrong';
const platform = 'compose-platform-unknown';

/** Commands and platforms that Compose accepts and that never start. */
const neverWorking: readonly ComposeMistake[] = [
  [
    '`mysqld` in an image of MariaDB',
    'brackets',
    [mariaEnd, `    command: mysqld --character-set-server=utf8mb4\n${mariaEnd}`],
    command,
  ],
  [
    'nothing but `mysqld` in an image of MariaDB',
    'brackets',
    [mariaEnd, `    command: mysqld\n${mariaEnd}`],
    command,
  ],
  [
    '`mysqld` in a list of words',
    'brackets',
    [mariaEnd, `    command:\n      - mysqld\n      - --collation-server=utf8mb4_bin\n${mariaEnd}`],
    command,
  ],
  [
    '`mysqld` in brackets',
    'brackets',
    [mariaEnd, `    command: ["mysqld", "--collation-server=utf8mb4_bin"]\n${mariaEnd}`],
    command,
  ],
  [
    'an option that MySQL 9 has no more',
    'wide',
    [
      wideMysql,
      `${wideMysql}        command: --default-authentication-plugin=mysql_native_password\n`,
    ],
    command,
  ],
  [
    'the same in a text of several lines',
    'wide',
    [
      wideMysql,
      `${wideMysql}        command: >\n            mysqld\n            --default-authentication-plugin=mysql_native_password\n`,
    ],
    command,
  ],
  [
    'a misspelt option and a misspelt value',
    'book',
    [
      '    image: mysql\n',
      '    image: mysql\n    command: --charcter-set-server=utf8mb4 --collation-server=utf8mb4_unicode_c\n',
    ],
    command,
  ],
  [
    'an option with one dash',
    'wide',
    [wideMysql, `${wideMysql}        command: mysqld -character-set-server=utf8mb4\n`],
    command,
  ],
  [
    'a comment with slashes behind a platform',
    'wide',
    [wideRedmine, `${wideRedmine}        platform: linux/amd64   //애플 실리콘\n`],
    platform,
  ],
  [
    'a comment with slashes behind the other platform',
    'brackets',
    ['    image: wordpress\n', '    platform: linux/arm64/v8 // M1\n    image: wordpress\n'],
    platform,
  ],
  [
    'a platform that is misspelt',
    'book',
    ['    image: wordpress\n', '    image: wordpress\n    platform: linux/amd46\n'],
    platform,
  ],
];

/** Values of a type that Compose refuses, or that mean something else. */
const ofType: readonly ComposeMistake[] = [
  ['the version as a number', 'book', ['version: "3"', 'version: 3.8'], 'compose-version-number'],
  [
    'the version as a whole number, below a comment',
    'wide',
    ['services:\n\n', '# 책의 예제\nversion: 2\nservices:\n'],
    'compose-version-number',
  ],
  ['the version misspelt', 'book', ['version: "3"', 'verison: "3"'], 'compose-option-unknown'],
  ['a port that no machine has', 'book', ['8085:80', '80855:80'], setting],
  ['restart: true', 'book', [bookEnd, bookEnd.replace('always', 'true')], setting],
  [
    'restart: on',
    'wide',
    [`${wideRedmine}        restart: always`, `${wideRedmine}        restart: on`],
    setting,
  ],
  [
    'a comment with slashes',
    'book',
    [bookEnd, bookEnd.replace('always', 'always // 항상')],
    'yaml-slash-comment',
  ],
  [
    'a comment with slashes behind an image',
    'wide',
    [wideRedmine, '        image: redmine // 최신 버전\n'],
    'yaml-slash-comment',
  ],
];

/** Mistakes in the values of a Compose file. */
export const wrongValues: readonly ComposeMistake[] = [...neverWorking, ...ofType];
