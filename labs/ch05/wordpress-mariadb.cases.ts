import type { LabCases } from '../shared/lab-cases';
import { all, bookArguments, waitForDatabase, pageSays, waitUntil } from '../shared/two-tier-cases';

const net = 'docker network create wordpress000net4';
const db = `docker run --name mariadb000ex17 -dit --net=wordpress000net4 -e MYSQL_ROOT_PASSWORD=mariarootpass -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun -e MYSQL_PASSWORD=wkunpass mariadb ${bookArguments}`;
const app =
  'docker run --name wordpress000ex18 -dit --net=wordpress000net4 -p 8088:80 -e WORDPRESS_DB_HOST=mariadb000ex17 -e WORDPRESS_DB_NAME=wordpress000db -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress';
const dbReady = waitForDatabase('mariadb000ex17', 'mariadb-admin');

const database = { name: 'mariadb000ex17' };
const application = { name: 'wordpress000ex18' };

/** Right answers, with a WordPress that reaches its MariaDB, and wrong ones, with a WordPress that does not. */
export const cases: LabCases = {
  walk: [
    {
      typed: all(db, app).replaceAll('--net=wordpress000net4 ', ''),
      problems: [database, application].map((container) => ({
        code: 'network-missing',
        values: { ...container, network: 'wordpress000net4' },
      })),
    },
    {
      typed: all(
        dbReady,
        waitUntil(pageSays(8088, 'HTTP/')),
        `docker exec wordpress000ex18 sh -c 'echo "<title>mine</title>" >index.php'`,
        // PHP notices a changed file only after up to two seconds.
        waitUntil(pageSays(8088, 'mine')),
      ),
      problems: [{ code: 'page-wrong', values: { ...application, found: 'mine' } }],
    },
  ],
  right: {
    "the book's commands": all(net, db, app),
    'the application first, another name of the database on the network': all(
      net,
      app.replace('=mariadb000ex17', '=db').replace('8088:80', '127.0.0.1:8088:80'),
      db.replace('-dit', '--network-alias db -d'),
    ),
    'a second network besides': all(
      net,
      'docker network create mine',
      db,
      app,
      'docker network connect mine wordpress000ex18',
    ),
  },
  wrong: {
    'the application stopped': {
      typed: all(net, db, app, dbReady, 'docker stop wordpress000ex18'),
      problems: [{ code: 'container-exited', values: { ...application, exitCode: /^\d+$/ } }],
    },
    'only the database on the network': {
      typed: all(net, db, app.replace('--net=wordpress000net4 ', '')),
      problems: [
        {
          code: 'network-wrong',
          values: { ...application, network: 'wordpress000net4', found: 'bridge' },
        },
      ],
    },
    'the network misspelt, for both': {
      typed: all(net, db, app).replaceAll('wordpress000net4', 'wordpress00net4'),
      problems: [database, application].map((container) => ({
        code: 'network-missing',
        values: { ...container, network: 'wordpress000net4' },
      })),
    },
    'the database misspelt in the application': {
      typed: all(net, db, app.replace('wordpress000db', 'wordpress00db')),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...application,
            variable: 'WORDPRESS_DB_NAME',
            wanted: 'wordpress000db',
            found: 'wordpress00db',
          },
        },
      ],
    },
    'the variables of Redmine': {
      typed: all(net, db, app.replaceAll('WORDPRESS_DB_', 'REDMINE_DB_')),
      problems: ['HOST', 'NAME', 'USER', 'PASSWORD'].map((variable) => ({
        code: 'variable-wrong',
        values: { ...application, variable: `WORDPRESS_DB_${variable}`, found: '' },
      })),
    },
    'a page of their own': {
      typed: all(
        net,
        db,
        app,
        dbReady,
        waitUntil(pageSays(8088, 'HTTP/')),
        `docker exec wordpress000ex18 sh -c 'echo "<title>mine</title>" >index.php'`,
        // PHP notices a changed file only after up to two seconds.
        waitUntil(pageSays(8088, 'mine')),
      ),
      problems: [
        {
          code: 'page-wrong',
          values: { ...application, url: 'http://localhost:8088', found: 'mine' },
        },
      ],
    },
  },
};
