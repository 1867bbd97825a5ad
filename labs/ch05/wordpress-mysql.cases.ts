import { isIn, type LabCases } from '../shared/lab-cases';
import { all, bookArguments, waitForDatabase, pageSays } from '../shared/two-tier-cases';

const net = 'docker network create wordpress000net1';
const db =
  'docker run --name mysql000ex11 -dit --net=wordpress000net1 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun -e MYSQL_PASSWORD=wkunpass mysql';
const app =
  'docker run --name wordpress000ex12 -dit --net=wordpress000net1 -p 8085:80 -e WORDPRESS_DB_HOST=mysql000ex11 -e WORDPRESS_DB_NAME=wordpress000db -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress';
const book = `${db} ${bookArguments}`;
const accepted = `${db} --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci`;
const dbReady = waitForDatabase('mysql000ex11', 'mysqladmin');
const withoutDatabase = pageSays(8085, 'establishing a database connection');

/** What a reader writes instead of the book's names and passwords. */
const own: Readonly<Record<string, string>> = {
  wordpress000db: 'blog',
  wordpress000kun: 'minji',
  wkunpass: 'minjipass',
};

const database = { name: 'mysql000ex11' };
const application = { name: 'wordpress000ex12' };
const noDatabase = (status: string) => ({
  code: 'database-not-running',
  values: { ...application, database: database.name, status },
});
const unreachable = {
  code: 'page-without-database',
  values: { ...application, url: 'http://localhost:8085', databases: database.name },
};

/** Right answers, with a WordPress that reaches its MySQL, and wrong ones, with a WordPress that does not. */
export const cases: LabCases = {
  walk: [
    {
      typed: all(net, book, app.replace('8085', '8086')),
      until: isIn('exited', 'mysql000ex11'),
      problems: [
        { code: 'mysql-argument-refused', values: { ...database, run: accepted } },
        { code: 'port-wrong', values: { ...application, wanted: '8085:80', found: '8086:80' } },
      ],
    },
    {
      typed: all(
        dbReady,
        'docker stop mysql000ex11',
        'docker rm -fv wordpress000ex12',
        app.replace('wkunpass', 'wkunpas'),
      ),
      problems: [
        { code: 'container-exited', values: database },
        {
          code: 'variable-wrong',
          values: { ...application, variable: 'WORDPRESS_DB_PASSWORD', found: 'wkunpas' },
        },
      ],
    },
  ],
  right: {
    "the book's commands without the argument that today's MySQL refuses": all(net, accepted, app),
    "the book's commands, and then what the check says": all(
      net,
      book,
      app,
      'docker wait mysql000ex11',
      'docker rm -v mysql000ex11',
      accepted,
    ),
    'an account and a database of their own': all(
      net,
      db
        .replace('myrootpass', '1234')
        .replaceAll(/wordpress000db|wordpress000kun|wkunpass/g, (word) => own[word] ?? ''),
      app.replaceAll(/wordpress000db|wordpress000kun|wkunpass/g, (word) => own[word] ?? ''),
    ),
    'the root account in the application': all(
      net,
      db.replace(/-e MYSQL_USER=\S+ -e MYSQL_PASSWORD=\S+ /, ''),
      app.replace('wordpress000kun', 'root').replace('wkunpass', 'myrootpass'),
    ),
    'the networks connected afterwards, the variables in a file, the host with its port': all(
      "printf '%s\\n' WORDPRESS_DB_HOST=mysql000ex11:3306 WORDPRESS_DB_NAME=wordpress000db WORDPRESS_DB_USER=wordpress000kun WORDPRESS_DB_PASSWORD=wkunpass >wp.env",
      'docker container run --publish 8085:80 --env-file wp.env --detach --name wordpress000ex12 wordpress:latest',
      db.replace('--net=wordpress000net1 ', ''),
      net,
      'docker network connect wordpress000net1 mysql000ex11',
      'docker network connect wordpress000net1 wordpress000ex12',
    ),
    'a Compose file': [
      "cat >compose.yml <<'END'",
      'services:',
      '  db:',
      '    image: mysql',
      '    container_name: mysql000ex11',
      '    networks: [net]',
      '    environment: {MYSQL_ROOT_PASSWORD: myrootpass, MYSQL_DATABASE: wordpress000db, MYSQL_USER: wordpress000kun, MYSQL_PASSWORD: wkunpass}',
      '  blog:',
      '    image: wordpress',
      '    container_name: wordpress000ex12',
      '    networks: [net]',
      '    ports: ["8085:80"]',
      '    environment: {WORDPRESS_DB_HOST: db, WORDPRESS_DB_NAME: wordpress000db, WORDPRESS_DB_USER: wordpress000kun, WORDPRESS_DB_PASSWORD: wkunpass}',
      'networks: {net: {name: wordpress000net1}}',
      'END',
      'docker compose up -d',
    ].join('\n'),
  },
  wrong: {
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
    'the network under another name': {
      typed: `${net.replace('net1', 'net11')}; ! ${db}`,
      problems: [
        {
          code: 'network-not-found',
          values: {
            ...database,
            network: 'wordpress000net1',
            found: 'wordpress000net1',
            similar: 'wordpress000net11',
          },
        },
        { code: 'container-missing', values: application },
      ],
    },
    'the network misspelt in the command': {
      typed: `${net}; ! ${db.replace('net=wordpress', 'net=worpress')}`,
      problems: [
        {
          code: 'network-not-found',
          values: {
            ...database,
            network: 'wordpress000net1',
            found: 'worpress000net1',
            similar: 'wordpress000net1',
          },
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
    'no network': {
      typed: all(db, app).replaceAll('--net=wordpress000net1 ', ''),
      problems: [database, application].map((container) => ({
        code: 'network-missing',
        values: { ...container, network: 'wordpress000net1' },
      })),
    },
    "the next exercise's network": {
      typed: all(net, db, net.replace('1', '4'), app.replace('net1', 'net4')),
      problems: [
        {
          code: 'network-wrong',
          values: { ...application, network: 'wordpress000net1', found: 'wordpress000net4' },
        },
      ],
    },
    'the application on no network of its own': {
      typed: all(net, db, app.replace('--net=wordpress000net1 ', '')),
      problems: [{ code: 'network-wrong', values: { ...application, found: 'bridge' } }],
    },
    'another password in the application': {
      typed: all(net, db, app.replace('wkunpass', 'wkunpas')),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...application,
            variable: 'WORDPRESS_DB_PASSWORD',
            wanted: 'wkunpass',
            found: 'wkunpas',
          },
        },
      ],
    },
    'another password in the database': {
      typed: all(net, db.replace('wkunpass', 'rkunpass'), app),
      until: withoutDatabase,
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...database,
            variable: 'MYSQL_PASSWORD',
            wanted: 'wkunpass',
            found: 'rkunpass',
          },
        },
        unreachable,
      ],
    },
    'passwords of their own that differ': {
      typed: all(
        net,
        db.replace('wkunpass', 'minjipass').replace('wordpress000kun', 'minji'),
        app.replace('wkunpass', 'minjipas').replace('wordpress000kun', 'minji'),
      ),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...application,
            variable: 'WORDPRESS_DB_PASSWORD',
            wanted: 'minjipass',
            found: 'minjipas',
            other: database.name,
            otherVariable: 'MYSQL_PASSWORD',
          },
        },
      ],
    },
    'root as the second user of the database': {
      typed: all(net, db.replace('wordpress000kun', 'root'), app),
      until: isIn('exited', 'mysql000ex11'),
      problems: [
        {
          code: 'variable-wrong',
          values: {
            ...database,
            variable: 'MYSQL_USER',
            wanted: 'wordpress000kun',
            found: 'root',
          },
        },
        noDatabase('exited'),
      ],
    },
    'the database misspelt in the database': {
      typed: all(net, db.replace('wordpress000db', 'wordpress00db'), app),
      until: `${dbReady} && ${withoutDatabase}`,
      problems: [
        {
          code: 'variable-wrong',
          values: { ...database, variable: 'MYSQL_DATABASE', found: 'wordpress00db' },
        },
        unreachable,
      ],
    },
    'the host misspelt, the port of another server': {
      typed: all(
        net,
        db,
        app.replace('DB_HOST=mysql000ex11', 'DB_HOST=mysql000ex11:3307').replace('_DB_NAME=', '_='),
      ),
      problems: [
        {
          code: 'variable-wrong',
          values: { ...application, variable: 'WORDPRESS_DB_HOST', found: 'mysql000ex11:3307' },
        },
        {
          code: 'variable-wrong',
          values: { ...application, variable: 'WORDPRESS_DB_NAME', found: '' },
        },
      ],
    },
    'another host port': {
      typed: all(net, db, app.replace('8085', '8086')),
      problems: [
        {
          code: 'port-wrong',
          values: { ...application, wanted: '8085:80', found: '8086:80' },
        },
      ],
    },
    'the database stopped': {
      typed: all(net, db, app, dbReady, 'docker stop mysql000ex11'),
      problems: [{ code: 'container-exited', values: database }, noDatabase('exited')],
    },
    'the database under another name': {
      typed: all(net, db.replace('mysql000ex11', 'mysql00ex11'), app),
      problems: [
        { code: 'container-missing', values: { ...database, similar: 'mysql00ex11' } },
        noDatabase('missing'),
      ],
    },
    'no application': {
      typed: all(net, db),
      problems: [{ code: 'container-missing', values: { ...application, similar: '' } }],
    },
  },
};
