import { bookFile, write } from '../shared/compose-cases';
import { composeFile } from '../../src/docker/model/compose-file';
import { composePath } from '../../src/docker/model/compose-paths';
import { wordpressAndMysql } from '../shared/compose-solutions';
import { isIn, type LabCases } from '../shared/lab-cases';
import { all, bookArguments, pageSays, waitForDatabase, waitUntil } from '../shared/two-tier-cases';

const rightFile = write(composePath, composeFile(wordpressAndMysql));
const up = `docker compose -f ${composePath} up -d`;
const change = (from: string, to: string) => `sed -i 's/${from}/${to}/' ${composePath}`;
const databaseContainer = 'com_folder-mysql000ex11-1';
const applicationContainer = 'com_folder-wordpress000ex12-1';
const noApplication = {
  code: 'container-missing',
  values: { name: 'wordpress000ex12', run: up },
};

/** Ways to bring the project up, and ways in which it is not what the exercise asks for. */
export const cases: LabCases = {
  walk: [
    {
      typed: all(change('8085:80', '8185:80'), `${up} --no-deps`),
      problems: [
        {
          code: 'port-wrong',
          values: { name: applicationContainer, wanted: '8085:80', found: '8185:80', run: up },
        },
      ],
      mend: rightFile,
    },
    {
      typed: `docker compose -f ${composePath} stop -t 1`,
      problems: [databaseContainer, applicationContainer].map((name) => ({
        code: 'container-exited',
        values: { name },
      })),
    },
  ],
  right: {
    'an account and a database of their own': all(
      change('wordpress000db', 'blog'),
      change('wordpress000kun', 'minji'),
      change('myrootpass', '1234'),
      up,
    ),
    'a password of root that nobody knows': all(
      change('MYSQL_ROOT_PASSWORD: myrootpass', 'MYSQL_RANDOM_ROOT_PASSWORD: "yes"'),
      up,
    ),
    'another folder, file name and project': all(
      'mkdir site',
      `mv ${composePath} site/compose.yaml`,
      'cd site',
      'docker compose -p blog up -d',
    ),
    "the book's file with today's MySQL, its names given by hand": `${write(
      composePath,
      bookFile('mysql')
        .replace('  mysql000ex11:\n', '  db:\n    container_name: mysql000ex11\n')
        .replace('- mysql000ex11', '- db')
        .replace('  wordpress000net1:\n\n', '  wordpress000net1:\n    name: wordpress000net1\n\n'),
    )}\n${up}`,
  },
  wrong: {
    'the password mended after the first start': {
      typed: all(
        change('PASSWORD: wkunpass', 'PASSWORD: wkunpas'),
        `${up} mysql000ex11`,
        waitForDatabase(databaseContainer, 'mysqladmin'),
        change('PASSWORD: wkunpas', 'PASSWORD: wkunpass'),
        up,
        waitUntil(pageSays(8085, 'establishing a database connection')),
      ),
      problems: [
        {
          code: 'login-refused',
          values: {
            name: 'mysql000ex11',
            user: 'wordpress000kun',
            volume: 'com_folder_mysql000vol11',
          },
        },
        { code: 'page-without-database', values: { name: 'wordpress000ex12' } },
      ],
    },
    'nothing brought up': {
      typed: 'true',
      problems: [
        { code: 'container-missing', values: { name: 'mysql000ex11', run: up } },
        noApplication,
      ],
    },
    'the database only': { typed: `${up} mysql000ex11`, problems: [noApplication] },
    'the argument that MySQL refuses': {
      mend: rightFile,
      typed: all(
        change(
          '    image: mysql',
          `    image: mysql\\n    entrypoint: [docker-entrypoint.sh, mysqld, ${bookArguments.split(' ').join(', ')}]`,
        ),
        `${up} mysql000ex11`,
      ),
      until: isIn('restarting', databaseContainer),
      problems: [
        {
          code: 'mysql-argument-refused',
          values: { name: databaseContainer, log: /default-authentication-plugin/, run: up },
        },
        noApplication,
      ],
    },
    'another port': {
      mend: rightFile,
      typed: all(change('8085:80', '8185:80'), `${up} --no-deps`),
      problems: [
        {
          code: 'port-wrong',
          values: { name: applicationContainer, wanted: '8085:80', found: '8185:80', run: up },
        },
      ],
    },
    'another password': {
      mend: rightFile,
      typed: all(change('_DB_PASSWORD: wkunpass', '_DB_PASSWORD: wkunpas'), `${up} --no-deps`),
      problems: [
        {
          code: 'variable-wrong',
          values: { name: 'wordpress000ex12', wanted: 'wkunpass', found: 'wkunpas', run: up },
        },
      ],
    },
    'without the network': {
      mend: rightFile,
      typed: all(`sed -i '/networks:/d;/wordpress000net1/d' ${composePath}`, `${up} --no-deps`),
      problems: ['mysql000ex11', 'wordpress000ex12'].map((name) => ({
        code: 'network-missing',
        values: { name, network: 'wordpress000net1' },
      })),
    },
    'the file with a hidden ending, nothing brought up': {
      typed: `mv ${composePath} ${composePath}.txt`,
      problems: [
        {
          code: 'compose-file-missing',
          values: { file: composePath, similar: `${composePath}.txt` },
        },
        { code: 'container-missing', values: { name: 'mysql000ex11', run: up } },
        noApplication,
      ],
    },
    'the file removed, nothing brought up': {
      mend: rightFile,
      typed: `rm ${composePath}`,
      problems: [
        { code: 'compose-file-missing', values: { file: composePath, similar: '' } },
        { code: 'container-missing', values: { name: 'mysql000ex11', run: up } },
        noApplication,
      ],
    },
    'run by hand': {
      typed: all(
        'docker run -d --name mysql000ex11 -e MYSQL_ROOT_PASSWORD=myrootpass mysql',
        'docker run -d --name wordpress000ex12 -p 8085:80 wordpress',
      ),
      problems: ['mysql000ex11', 'wordpress000ex12'].map((name) => ({
        code: 'not-under-compose',
        values: { name },
      })),
    },
    'stopped again': {
      typed: all(`${up} --no-deps`, `docker compose -f ${composePath} stop -t 1`),
      problems: [databaseContainer, applicationContainer].map((name) => ({
        code: 'container-exited',
        values: { name },
      })),
    },
  },
};
