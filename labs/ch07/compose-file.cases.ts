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
const unreadable = 'compose-file-unreadable';
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
      problems: [{ code: unreadable, values: { cause: 'tab', text: 'ports:' } }],
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
    'a tab': slip(['    ports:', '\tports:'], unreadable, {
      cause: 'tab',
      text: 'ports:',
      line: /^\d+$/,
    }),
    'indented too little': slip(['    ports:', '   ports:'], unreadable, {
      cause: 'indentation',
      text: 'ports:',
    }),
    'no colon': slip(['    ports:', '    ports'], unreadable, { cause: 'colon', text: 'ports' }),
    'no space after the colon': slip(['MYSQL_USER: ', 'MYSQL_USER:'], unreadable, {
      cause: 'space-after-colon',
      text: 'MYSQL_USER:wordpress000kun',
    }),
    'a service twice': slip([`  ${service}:`, '  mysql000ex11:'], unreadable, {
      cause: 'duplicate',
      text: 'mysql000ex11:',
    }),
    'a quotation mark that is not closed': slip(['8085:80', '"8085:80'], unreadable, {
      cause: 'quote',
      text: '- "8085:80',
    }),
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
    'environment misspelt': slip(['environment:', 'enviroment:'], option, {
      option: 'enviroment',
      similar: 'environment',
    }),
    'services misspelt': slip(['services:', 'service:'], option, {
      place: '(root)',
      option: 'service',
      similar: 'services',
    }),
    'a service outside of services': slip([`  ${service}:`, `${service}:`], option, {
      place: '(root)',
      option: service,
      home: 'services',
    }),
    'a list item without its space': slip(['- 8085:80', '-8085:80'], unreadable, {
      cause: 'other',
      text: 'ports:',
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
    'another password': slip(['DB_PASSWORD: wkunpass', 'DB_PASSWORD: wkunpas'], setting, {
      service,
      setting: 'environment: WORDPRESS_DB_PASSWORD',
      wanted: 'wkunpass',
      found: 'wkunpas',
    }),
    'no image': slip(['    image: wordpress\n', ''], setting, {
      service,
      setting: 'image',
      wanted: 'wordpress',
      found: '',
    }),
    'the database under another name': misnamed,
  },
};
