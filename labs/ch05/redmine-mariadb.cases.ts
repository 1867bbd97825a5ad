import type { LabCases } from '../shared/lab-cases';
import { all, bookArguments, waitForDatabase, pageSays, waitUntil } from '../shared/two-tier-cases';

const net = 'docker network create redmine000net3';
const db = `docker run --name mariadb000ex15 -dit --net=redmine000net3 -e MYSQL_ROOT_PASSWORD=mariarootpass -e MYSQL_DATABASE=redmine000db -e MYSQL_USER=redmine000kun -e MYSQL_PASSWORD=rkunpass mariadb ${bookArguments}`;
const app =
  'docker run --name redmine000ex16 -dit --net=redmine000net3 -p 8087:3000 -e REDMINE_DB_MYSQL=mariadb000ex15 -e REDMINE_DB_DATABASE=redmine000db -e REDMINE_DB_USERNAME=redmine000kun -e REDMINE_DB_PASSWORD=rkunpass redmine';
const dbReady = waitForDatabase('mariadb000ex15', 'mariadb-admin');

const database = { name: 'mariadb000ex15' };
const application = { name: 'redmine000ex16' };

/** Right answers, with a Redmine that reaches its MariaDB, and wrong ones, with a Redmine that does not. */
export const cases: LabCases = {
  walk: [
    {
      // Only created, because Redmine takes long to start.
      typed: all(
        net,
        db.replace('--net=redmine000net3 ', ''),
        dbReady,
        app
          .replace('docker run', 'docker create')
          .replace('-dit', '-it')
          .replace('8087:3000', '8087:80'),
      ),
      problems: [
        {
          code: 'network-wrong',
          values: { ...database, network: 'redmine000net3', found: 'bridge' },
        },
        {
          code: 'port-wrong',
          values: { ...application, wanted: '8087:3000', found: '8087:80' },
        },
      ],
    },
  ],
  right: {
    "the root password of the book's MySQL": all(
      net,
      db.replace('mariarootpass', 'myrootpass'),
      dbReady,
      app,
    ),
    "the book's commands, the application when its database is ready": all(net, db, dbReady, app),
    'a Compose file that waits': [
      "cat >compose.yml <<'END'",
      'services:',
      '  mariadb000ex15:',
      '    image: mariadb',
      '    container_name: mariadb000ex15',
      '    networks: [redmine000net3]',
      '    environment: {MYSQL_ROOT_PASSWORD: mariarootpass, MYSQL_DATABASE: redmine000db, MYSQL_USER: redmine000kun, MYSQL_PASSWORD: rkunpass}',
      '    healthcheck: {test: mariadb-admin ping --host=127.0.0.1 --silent, interval: 1s, retries: 90}',
      '  redmine:',
      '    image: redmine',
      '    container_name: redmine000ex16',
      '    networks: [redmine000net3]',
      '    ports: ["8087:3000"]',
      '    depends_on: {mariadb000ex15: {condition: service_healthy}}',
      '    environment: {REDMINE_DB_MYSQL: mariadb000ex15, REDMINE_DB_DATABASE: redmine000db, REDMINE_DB_USERNAME: redmine000kun, REDMINE_DB_PASSWORD: rkunpass}',
      'networks: {redmine000net3: {name: redmine000net3}}',
      'END',
      'docker compose up -d',
    ].join('\n'),
  },
  wrong: {
    'the database stopped under a running application': {
      typed: all(
        net,
        db,
        dbReady,
        app,
        waitUntil(pageSays(8087, 'redmine')),
        'docker stop mariadb000ex15',
      ),
      problems: [
        { code: 'container-exited', values: database },
        {
          code: 'database-not-running',
          values: { ...application, database: database.name, status: 'exited' },
        },
      ],
    },
    'the other database server': {
      typed: all(net, db.replace(/mariadb --.*/, 'mysql'), app.replace(' -p 8087:3000', '')),
      problems: [
        { code: 'image-wrong', values: { ...database, wanted: 'mariadb', found: 'mysql' } },
        { code: 'port-not-published', values: { ...application, wanted: '8087:3000' } },
      ],
    },
    'neither on the network': {
      typed: all(net, all(db, app).replaceAll('--net=redmine000net3 ', '')),
      problems: [database, application].map((container) => ({
        code: 'network-wrong',
        values: { ...container, network: 'redmine000net3', found: 'bridge' },
      })),
    },
    "MariaDB's own names of the variables, a user of their own, no application": {
      typed: all(
        net,
        db.replaceAll('MYSQL_', 'MARIADB_').replace('redmine000kun', 'minji'),
        dbReady,
      ),
      problems: [
        {
          code: 'container-missing',
          values: { ...application, run: /REDMINE_DB_USERNAME=minji / },
        },
      ],
    },
    'the host of the exercise before': {
      typed: all(net, db, app.replace('=mariadb000ex15', '=mysql000ex13')),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...application,
            variable: 'REDMINE_DB_MYSQL',
            wanted: 'mariadb000ex15',
            found: 'mysql000ex13',
          },
        },
      ],
    },
    'the database paused': {
      typed: all(net, db, 'docker pause mariadb000ex15'),
      problems: [
        { code: 'container-paused', values: database },
        { code: 'container-missing', values: application },
      ],
    },
  },
};
