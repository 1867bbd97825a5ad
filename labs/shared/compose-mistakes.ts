import { bookEnd, mariaEnd, wideMysql, wideRedmine, type ownFiles } from './compose-files';
import { wrongValues } from './compose-wrong-values';

/** A mistake in one of the readers' files: one text changed for another, and the codes of the problems that this causes. */
export type ComposeMistake = readonly [
  title: string,
  file: keyof typeof ownFiles,
  change: readonly [from: string, to: string],
  ...codes: readonly [string, ...string[]],
];

const bookPorts = '    ports:\n      - 8085:80\n';
const both = '  mysql000vol11:\n  wordpress000vol12:';
const setting = 'compose-setting-wrong';

/** Lists and mappings taken for each other. */
const ofLists: readonly ComposeMistake[] = [
  [
    'equals signs under a mapping',
    'wide',
    ['MYSQL_PASSWORD: "rkunpass"', 'MYSQL_PASSWORD=rkunpass'],
    'compose-environment-equals',
  ],
  [
    'equals signs under a mapping, in every line',
    'book',
    [': wordpress000', '=wordpress000'],
    'compose-environment-equals',
    'compose-environment-equals',
  ],
  [
    'a colon after an item',
    'book',
    ['vol12:/var/www/html', 'vol12:/var/www/html:'],
    'yaml-colon-extra',
  ],
  ['a colon after a name', 'book', ['- mysql000ex11', '- mysql000ex11:'], 'yaml-colon-extra'],
  ['a space in a port', 'book', ['8085:80', '8085: 80'], 'yaml-space-extra'],
  [
    'a space in a volume',
    'wide',
    ['mysql000vol13:/var', 'mysql000vol13: /var'],
    'yaml-space-extra',
  ],
  [
    'a port in the line of its name',
    'book',
    [bookPorts, '    ports: 8085:80\n'],
    'yaml-list-missing',
  ],
  [
    'a dash in the line of its name',
    'book',
    [bookPorts, '    ports: - 8085:80\n'],
    'yaml-list-missing',
  ],
  ['no dash', 'book', [bookPorts, '    ports:\n        8085:80\n'], 'yaml-dash-missing'],
  [
    'colons in a list of variables',
    'brackets',
    ['=w', ': w'],
    'yaml-equals-missing',
    'yaml-equals-missing',
  ],
  ['dashes before a mapping', 'book', ['      MYSQL_', '      - MYSQL_'], 'yaml-dash-extra'],
  [
    'a list of volumes at the top level',
    'book',
    [both, '  - mysql000vol11\n  - wordpress000vol12'],
    'yaml-missing',
  ],
  [
    'volumes without colons at the top level',
    'book',
    [both, '  mysql000vol11\n  wordpress000vol12'],
    'yaml-colon-missing',
  ],
  [
    'a bracket that is not closed',
    'brackets',
    ['["maria000vol17:/var/lib/mysql"]', '["maria000vol17:/var/lib/mysql"'],
    'yaml-bracket-open',
  ],
];

/** Lines in a wrong place, and names. */
const ofLines: readonly ComposeMistake[] = [
  [
    'a command in two lines',
    'wide',
    [
      wideMysql,
      `${wideMysql}        command: --character-set-server=utf8mb4\n--collation-server=utf8mb4_bin\n`,
    ],
    'yaml-wrapped',
  ],
  [
    'a command in two lines of one depth',
    'brackets',
    [
      mariaEnd,
      `    command: mariadbd --character-set-server=utf8mb4\n    --collation-server=utf8mb4_bin\n${mariaEnd}`,
    ],
    'yaml-wrapped',
  ],
  [
    'a service that is indented less',
    'book',
    ['  wordpress000ex12:', ' wordpress000ex12:'],
    'yaml-too-shallow',
  ],
  [
    'full-width colons',
    'book',
    [bookEnd, bookEnd.replaceAll(/:(?= |$)/gm, '：')],
    'yaml-other-colon',
  ],
  ['marks of two kinds', 'wide', ['"8086:3000"', `"8086:3000'`], 'yaml-quote-mixed'],
  [
    'an option of another name',
    'book',
    [bookEnd, bookEnd.replace('restart', 'autostart')],
    'compose-option-unknown',
  ],
  [
    'a service of another name',
    'wide',
    ['    redmine000ex14:', '    web:'],
    'compose-service-missing',
  ],
  ['no restart', 'wide', [`${wideRedmine}        restart: always\n`, wideRedmine], setting],
  [
    'a variable less in a list',
    'brackets',
    ['      - WORDPRESS_DB_NAME=wordpress000db\n', ''],
    setting,
  ],
  ['another port by the names of its parts', 'brackets', ['"8088"', '"8080"'], setting],
  [
    'three at once',
    'book',
    [`${bookPorts}    restart: always`, '    port:\n      - 8086:80\n    restart:always'],
    'compose-option-unknown',
    setting,
    'yaml-space-after-colon',
  ],
];

/** What two services have in each other's place, or name in the wrong order. */
const ofServices: readonly ComposeMistake[] = [
  ['a wrong value behind an anchor', 'anchored', ['restart: always', 'restart: alway'], setting],
  ['a wrong value beside aliases', 'anchored', ['"8088"', '"8080"'], setting],
  [
    'a circle of two services',
    'book',
    ['    image: mysql\n', '    image: mysql\n    depends_on:\n      - wordpress000ex12\n'],
    'compose-depends-wrong',
  ],
  [
    'a service that depends on itself',
    'brackets',
    ['depends_on: [maria000ex17]', 'depends_on: [wordpress000ex18]'],
    'compose-depends-wrong',
  ],
  [
    'a service that depends on itself, as a mapping',
    'wide',
    [
      wideMysql,
      `${wideMysql}        depends_on:\n            mysql000ex13:\n                condition: service_started\n`,
    ],
    'compose-depends-wrong',
  ],
];

/** Accounts on which two services do not agree. */
const ofAccounts: readonly ComposeMistake[] = [
  [
    'a password of the database',
    'book',
    ['MYSQL_PASSWORD: wkunpass', 'MYSQL_PASSWORD: 1234'],
    'compose-accounts-differ',
  ],
  [
    'a user of the application',
    'brackets',
    ['WORDPRESS_DB_USER=wordpress000kun', 'WORDPRESS_DB_USER=wordpress00kun'],
    'compose-accounts-differ',
  ],
  ['an account that the image refuses', 'wide', ['redmine000kun', 'root'], setting, setting],
];

/** Mistakes of readers in their Compose files. */
export const composeMistakes: readonly ComposeMistake[] = [
  ...wrongValues,
  ...ofLists,
  ...ofLines,
  ...ofServices,
  ...ofAccounts,
];
