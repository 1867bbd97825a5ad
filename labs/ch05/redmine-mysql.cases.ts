import { isIn, type LabCases } from '../shared/lab-cases';
import { all, bookArguments, waitForDatabase } from '../shared/two-tier-cases';

const net = 'docker network create redmine000net2';
const db =
  'docker run --name mysql000ex13 -dit --net=redmine000net2 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=redmine000db -e MYSQL_USER=redmine000kun -e MYSQL_PASSWORD=rkunpass mysql';
const app =
  'docker run --name redmine000ex14 -dit --net=redmine000net2 -p 8086:3000 -e REDMINE_DB_MYSQL=mysql000ex13 -e REDMINE_DB_DATABASE=redmine000db -e REDMINE_DB_USERNAME=redmine000kun -e REDMINE_DB_PASSWORD=rkunpass redmine';
const book = `${db} ${bookArguments}`;
const accepted = `${db} --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci`;
const dbReady = waitForDatabase('mysql000ex13', 'mysqladmin');
const appExited = isIn('exited', 'redmine000ex14');

const database = { name: 'mysql000ex13' };
const application = { name: 'redmine000ex14' };
// The database is paused, as on a slow machine, so that the application always starts too early.
const appTooEarly = (run: string) =>
  all(
    'docker pause mysql000ex13',
    run,
    'docker wait redmine000ex14',
    'docker unpause mysql000ex13',
  );
const usesDatabase = { ...application, database: database.name };

/** Right answers, with a Redmine that reaches its MySQL, and wrong ones, with a Redmine that does not. */
export const cases: LabCases = {
  walk: [
    {
      // Only created, because Redmine takes long to start.
      typed: all(
        net,
        accepted,
        dbReady,
        'docker pause mysql000ex13',
        app
          .replace('docker run', 'docker create')
          .replace('-dit', '-it')
          .replace('redmine000kun', 'redmine00kun'),
      ),
      problems: [
        { code: 'container-paused', values: database },
        {
          code: 'variable-wrong',
          values: { ...application, variable: 'REDMINE_DB_USERNAME', found: 'redmine00kun' },
        },
      ],
    },
  ],
  right: {
    "the book's commands without the argument that today's MySQL refuses, the application when its database is ready":
      all(net, accepted, dbReady, app),
    'the application started again, as the check says, when its database is ready': all(
      net,
      db,
      appTooEarly(app.replace('--net=redmine000net2', '--network redmine000net2')),
      dbReady,
      'docker start redmine000ex14',
    ),
  },
  wrong: {
    "the book's commands as they stand": {
      typed: all(net, book, app),
      until: isIn('exited', 'mysql000ex13'),
      problems: [
        {
          code: 'mysql-argument-refused',
          values: {
            ...database,
            log: /unknown variable 'default-authentication-plugin=mysql_native_password'/,
            run: accepted,
          },
        },
        { code: 'database-not-running', values: { ...usesDatabase, status: 'exited' } },
      ],
    },
    'the application before its database is ready': {
      typed: all(net, db, appTooEarly(app)),
      problems: [
        {
          code: 'database-was-not-ready',
          values: { ...usesDatabase, log: /Can't connect to.*'mysql000ex13'/ },
        },
      ],
    },
    'the application first': {
      typed: all(net, app, 'docker wait redmine000ex14', db),
      problems: [
        {
          code: 'database-unknown',
          values: { ...usesDatabase, log: /Unknown.*server host 'mysql000ex13'/ },
        },
      ],
    },
    'another network': {
      typed: all(net, db, net.replace('2', '3'), app.replace('net2', 'net3')),
      problems: [
        {
          code: 'network-wrong',
          values: { ...application, network: 'redmine000net2', found: 'redmine000net3' },
        },
      ],
    },
    'the user misspelt in the application': {
      typed: all(net, db, app.replace('redmine000kun', 'redmine00kun')),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...application,
            variable: 'REDMINE_DB_USERNAME',
            wanted: 'redmine000kun',
            found: 'redmine00kun',
          },
        },
      ],
    },
    'the port of WordPress': {
      typed: all(net, db, app.replace('8086:3000', '8086:80')),
      problems: [
        {
          code: 'port-wrong',
          values: { ...application, wanted: '8086:3000', found: '8086:80' },
        },
      ],
    },
    'no root password': {
      typed: all(net, db.replace('-e MYSQL_ROOT_PASSWORD=myrootpass ', '')),
      until: isIn('exited', 'mysql000ex13'),
      problems: [
        {
          code: 'variable-wrong',
          values: { ...database, variable: 'MYSQL_ROOT_PASSWORD', wanted: 'myrootpass', found: '' },
        },
        { code: 'container-missing', values: { ...application, similar: '' } },
      ],
    },
    'a volume of an earlier try with another password': {
      typed: all(
        net,
        `${db} `.replace('-dit', '-dit -v old:/var/lib/mysql').replace('rkunpass', 'other').trim(),
        dbReady,
        'docker rm -f mysql000ex13',
        db.replace('-dit', '-dit -v old:/var/lib/mysql'),
        dbReady,
        app,
      ),
      until: appExited,
      problems: [
        {
          code: 'login-refused',
          values: { ...database, user: 'redmine000kun', said: /Access denied/ },
        },
        {
          code: 'database-refuses-application',
          values: { ...usesDatabase, log: /Access denied for user 'redmine000kun'/ },
        },
      ],
    },
  },
};
