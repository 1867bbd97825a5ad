import { bookFile, write, writeChanged } from '../shared/compose-cases';
import { composeFile } from '../../src/docker/model/compose-file';
import { composePath } from '../../src/docker/model/compose-paths';
import { wordpressAndMysql } from '../shared/compose-solutions';
import type { LabCases, WrongAnswer } from '../shared/lab-cases';
import { bookArguments } from '../shared/two-tier-cases';

const file = composePath;

const anotherLayout = `
name: my-blog
x-always: &always
  restart: "always"
  networks: ['wordpress000net1']
services:
  wordpress000ex12:
    <<: *always
    image: "wordpress:latest"
    depends_on: {mysql000ex11: {condition: service_healthy}}
    ports:
      - target: 80
        published: "8085"
    volumes:
      - type: volume
        source: wordpress000vol12
        target: /var/www/html
    environment:
      - WORDPRESS_DB_HOST=mysql000ex11:3306
      - WORDPRESS_DB_NAME=wordpress000db
      - WORDPRESS_DB_USER=wordpress000kun
      - "WORDPRESS_DB_PASSWORD=wkunpass"
  mysql000ex11:
    <<: *always
    image: mysql
    env_file: db.env
    volumes: [ "mysql000vol11:/var/lib/mysql" ]
    healthcheck: {test: [CMD, mysqladmin, ping]}
volumes: {mysql000vol11: {}, wordpress000vol12: {}}
networks: {wordpress000net1: {driver: bridge}}
`;

const namesByHand = bookFile('mysql')
  .replace('  mysql000ex11:\n', '  db:\n    container_name: mysql000ex11\n')
  .replace('- mysql000ex11', '- db')
  .replace('HOST: mysql000ex11', 'HOST: db')
  .replaceAll('- wordpress000net1', '- blog')
  .replace('  wordpress000net1:', '  blog:\n    name: wordpress000net1');

/** The right file with one text changed, and the one problem that this causes. */
function slip(
  [from, to]: readonly [string, string],
  code: string,
  values: WrongAnswer['problems'][number]['values'],
): WrongAnswer {
  return {
    typed: writeChanged(wordpressAndMysql, from, to),
    problems: [{ code, values }],
  };
}

const setting = 'compose-setting-wrong';
const option = 'compose-option-unknown';
const undeclared = 'compose-name-undeclared';
const service = 'wordpress000ex12';
const place = `services.${service}`;

const misnamed: WrongAnswer = {
  typed: writeChanged(wordpressAndMysql, 'mysql000ex11', 'mysql00ex11'),
  problems: [
    {
      code: 'compose-service-missing',
      values: { service: 'mysql000ex11', found: 'mysql00ex11, wordpress000ex12' },
    },
    ...['depends_on', 'environment: WORDPRESS_DB_HOST'].map((wrong) => ({
      code: setting,
      values: { service, setting: wrong, wanted: 'mysql000ex11', found: 'mysql00ex11' },
    })),
  ],
};

/** Other layouts with the same meaning, and typical slips of a reader's first Compose file. */
export const cases: LabCases = {
  walk: [
    {
      typed: writeChanged(wordpressAndMysql, '    ports:', '\tports:'),
      problems: [{ code: 'yaml-tab', values: { file, found: 'ports:' } }],
    },
    {
      typed: writeChanged(wordpressAndMysql, 'ports:', 'port:'),
      problems: [{ code: option, values: { place, option: 'port', similar: 'ports' } }],
    },
    {
      typed: writeChanged(wordpressAndMysql, '\n  wordpress000vol12:', '\n  wordpress00vol12:'),
      problems: [
        { code: undeclared, values: { service, kind: 'volumes', name: 'wordpress000vol12' } },
      ],
    },
    { ...misnamed, mend: write(file, composeFile(wordpressAndMysql)) },
  ],
  right: {
    "the book's file": write(file, bookFile('mysql:5.7', `mysqld ${bookArguments}`)),
    'another layout, beside a file of variables': [
      write('com_folder/compose.yaml', anotherLayout),
      write(
        'com_folder/db.env',
        'MYSQL_ROOT_PASSWORD=myrootpass\nMYSQL_DATABASE=wordpress000db\nMYSQL_USER=wordpress000kun\nMYSQL_PASSWORD=wkunpass',
      ),
    ].join('\n'),
    'names that are given by hand, in the working folder': write('compose.yml', namesByHand),
    'with passwords of the own': write(
      file,
      bookFile('mysql').replaceAll('myrootpass', '1234').replaceAll('wkunpass', '5678'),
    ),
    'restarted unless it is stopped': write(
      file,
      bookFile('mysql').replaceAll('restart: always', 'restart: unless-stopped'),
    ),
    'with the line endings of Windows': `${write(file, bookFile('mysql'))}\nsed -i 's/$/\\r/' ${file}`,
    'saved as UTF-16': `${write('plain.yml', bookFile('mysql'))}\nmkdir com_folder && { printf '\\xff\\xfe'; iconv -t UTF-16LE plain.yml; } >${file}`,
  },
  wrong: {
    'no file': {
      typed: 'mkdir com_folder',
      problems: [{ code: 'compose-file-missing', values: { file } }],
    },
    'the ending that Notepad adds': {
      typed: write(`${file}.txt`, bookFile('mysql')),
      problems: [{ code: 'compose-file-missing', values: { file, similar: `${file}.txt` } }],
    },
    'a folder of that name': {
      typed: `mkdir -p ${file}`,
      problems: [{ code: 'file-is-folder', values: { file } }],
    },
    'a Korean comment in code page 949': {
      typed: `${write(file, bookFile('mysql'))}\nprintf '# \\300\\245\\n' >>${file}`,
      problems: [{ code: 'file-encoding', values: { file } }],
      mend: `sed -i '$d' ${file}`,
    },
    'an empty file': {
      typed: write(file, ''),
      problems: [{ code: 'file-empty', values: { file } }],
    },
    'a tab': slip(['    ports:', '\tports:'], 'yaml-tab', { file, line: /^\d+$/ }),
    'indented too little': slip(['    ports:', '   ports:'], 'yaml-too-shallow', {
      file,
      under: service,
    }),
    'no colon': slip(['    ports:', '    ports'], 'yaml-colon-missing', { found: 'ports' }),
    'no space after the colon': slip(['MYSQL_USER: ', 'MYSQL_USER:'], 'yaml-space-after-colon', {
      found: 'MYSQL_USER:wordpress000kun',
    }),
    'a service twice': slip([`  ${service}:`, '  mysql000ex11:'], 'yaml-name-other', {
      found: 'mysql000ex11',
      wanted: service,
    }),
    'environment misspelt in both services': {
      typed: writeChanged(wordpressAndMysql, 'environment:', 'enviroment:'),
      problems: ['mysql000ex11', service].map((name) => ({
        code: option,
        values: { place: `services.${name}`, option: 'enviroment', similar: 'environment' },
      })),
    },
    'a quotation mark that is not closed': slip(['8085:80', '"8085:80'], 'yaml-quote-open', {
      found: '- "8085:80',
    }),
    'variables with equals signs': slip(
      ['MYSQL_USER: ', 'MYSQL_USER='],
      'compose-environment-equals',
      { file, service: 'mysql000ex11' },
    ),
    'a command in two lines': {
      typed: write(file, bookFile('mysql', 'mysqld\n    --character-set-server=utf8mb4')),
      problems: [{ code: 'yaml-wrapped', values: { found: 'command: mysqld' } }],
    },
    'a colon after the network': {
      typed: writeChanged(wordpressAndMysql, '- wordpress000net1', '- wordpress000net1:'),
      problems: [{ code: 'yaml-colon-extra', values: { file, lines: /, / } }],
    },
    'the version as a number': slip(
      ['services:', 'version: 3\nservices:'],
      'compose-version-number',
      {
        line: '1',
        found: '3',
      },
    ),
    'a comment with slashes': slip(
      ['    image: wordpress', '    platform: linux/amd64 // 애플 실리콘\n    image: wordpress'],
      'compose-platform-unknown',
      { service, platform: 'linux/amd64 // 애플 실리콘' },
    ),
    'an option that MySQL has no more': {
      typed: write(file, bookFile('mysql', `mysqld ${bookArguments}`)),
      problems: [
        { code: 'compose-command-wrong', values: { service: 'mysql000ex11', causes: 'removed' } },
      ],
    },
    'ports misspelt': slip(['ports:', 'port:'], option, {
      place,
      option: 'port',
      similar: 'ports',
    }),
    'depends_on misspelt': slip(['depends_on:', 'depend_on:'], option, {
      place,
      option: 'depend_on',
      similar: 'depends_on',
    }),
    'services misspelt': slip(['services:', 'service:'], option, {
      place: '(root)',
      option: 'service',
      similar: 'services',
    }),
    'a service outside of services': slip([`  ${service}:`, `${service}:`], 'yaml-too-shallow', {
      file,
      under: 'services',
    }),
    'a list item without its space': slip(['- 8085:80', '-8085:80'], 'yaml-space-after-dash', {
      found: '-8085:80',
    }),
    'needs a service that is not there': slip(
      ['      mysql000ex11:', '      mysql00ex11:'],
      undeclared,
      {
        service,
        kind: 'services',
        name: 'mysql00ex11',
      },
    ),
    'the network not declared': slip(['\nnetworks:\n  wordpress000net1:', ''], undeclared, {
      kind: 'networks',
      name: 'wordpress000net1',
    }),
    'a volume declared under another name': slip(
      ['\n  wordpress000vol12:', '\n  wordpress00vol12:'],
      undeclared,
      { service, kind: 'volumes', name: 'wordpress000vol12' },
    ),
    'the port of the container only': slip(['8085:80', '80'], setting, {
      service,
      setting: 'ports',
      wanted: '8085:80',
      found: '80',
    }),
    'restart misspelt': slip(
      ['restart: always\n    environment:\n      W', 'restart: alway\n    environment:\n      W'],
      setting,
      {
        service,
        setting: 'restart',
        found: 'alway',
      },
    ),
    'another password in one of the services': slip(
      ['DB_PASSWORD: wkunpass', 'DB_PASSWORD: wkunpas'],
      'compose-accounts-differ',
      {
        service,
        variable: 'WORDPRESS_DB_PASSWORD',
        found: 'wkunpas',
        other: 'mysql000ex11',
        otherVariable: 'MYSQL_PASSWORD',
        wanted: 'wkunpass',
      },
    ),
    'no image': slip(['    image: wordpress\n', ''], setting, {
      service,
      setting: 'image',
      wanted: 'wordpress',
      found: '',
    }),
    'the database under another name': misnamed,
  },
};
