import { isIn, type LabCases } from '../../shared/lab-cases';
import { all, waitForDatabase } from '../../shared/two-tier-cases';
import { accepted, app, application, book, database, db, dbReady, net, noDatabase } from './typed';

/** A server that does not start, or not with its own data. */
export const server: LabCases['wrong'] = {
  "the book's commands as they stand": {
    typed: all(net, book, app),
    until: isIn('exited', 'mysql000ex11'),
    problems: [
      {
        code: 'mysql-argument-refused',
        values: {
          ...database,
          log: /unknown variable 'default-authentication-plugin=mysql_native_password'/,
          run: accepted,
        },
      },
      noDatabase('exited'),
    ],
  },
  'an option of the database misspelt': {
    typed: all(net, accepted.replace('--collation', '--collection')),
    until: isIn('exited', 'mysql000ex11'),
    problems: [
      {
        code: 'server-option-unknown',
        values: {
          ...database,
          typed: '--collection-server=utf8mb4_unicode_ci',
          wanted: '--collation-server=utf8mb4_unicode_ci',
          log: /unknown variable 'collection-server/,
        },
      },
      { code: 'container-missing', values: application },
    ],
  },
  'a value of the database misspelt': {
    typed: all(net, accepted.replace('=utf8mb4 ', '=uft8mb4 ')),
    until: isIn('exited', 'mysql000ex11'),
    problems: [
      {
        code: 'server-value-unknown',
        values: { ...database, typed: 'uft8mb4', wanted: 'utf8mb4' },
      },
      { code: 'container-missing', values: application },
    ],
  },
  'the data of another server in the volume': {
    typed: all(
      net,
      'docker run --name old -d -v old:/var/lib/mysql -e MYSQL_ROOT_PASSWORD=old mariadb',
      waitForDatabase('old', 'mariadb-admin'),
      'docker stop old',
      'docker rm old',
      db.replace('-dit', '-dit -v old:/var/lib/mysql'),
    ),
    until: isIn('exited', 'mysql000ex11'),
    problems: [
      {
        code: 'volume-of-other-version',
        values: { ...database, volume: 'old', made: 'mariadb' },
      },
      { code: 'container-missing', values: application },
    ],
  },
  'too little memory for the application': {
    typed: all(net, db, dbReady, app.replace('-dit', '-dit -m 6m')),
    until: isIn('exited', 'wordpress000ex12'),
    problems: [{ code: 'out-of-memory', values: { ...application, limit: '6', needed: '256' } }],
  },
};
