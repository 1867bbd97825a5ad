import { isIn, type LabCases } from '../shared/lab-cases';
import { waitForDatabase } from '../shared/two-tier-cases';

const name = 'mysql000ex7';
const run = (options: string, rest = 'mysql') =>
  `docker run --name ${name} -dit ${options} ${rest}`;
const book = run('-e MYSQL_ROOT_PASSWORD=myrootpass');
const login = { name, user: 'root', variable: 'MYSQL_ROOT_PASSWORD' };

/** Right answers, after which root can log in to the database server, and wrong ones, after which root cannot. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker run --name ${name} -dit mysql`,
      until: isIn('exited', name),
      problems: [{ code: 'database-password-missing', values: { name, log: /password option/ } }],
    },
    {
      typed: `docker rm -fv ${name} && ${run('-e MYSQL_ROOT_PASSWORD=myrootpass', 'mysql --default-authentication-plugin=mysql_native_password')}`,
      until: isIn('exited', name),
      problems: [
        {
          code: 'mysql-argument-refused',
          values: { name, log: /default-authentication-plugin/ },
        },
      ],
    },
    {
      typed: `${waitForDatabase(name, 'mysqladmin')} && docker pause ${name}`,
      problems: [{ code: 'container-paused', values: { name } }],
    },
    {
      typed: `docker exec ${name} mysql -uroot -pmyrootpass -e "ALTER USER root@localhost IDENTIFIED BY 'mine', root@'%' IDENTIFIED BY 'mine'"`,
      problems: [{ code: 'login-refused', values: { ...login, said: /Access denied.*root/ } }],
    },
  ],
  right: {
    "the book's command": book,
    'options in another order': `docker container run --env=MYSQL_ROOT_PASSWORD=myrootpass --detach -p 3306:3306 --name=${name} mysql:latest`,
    'the password in a file of variables': `echo MYSQL_ROOT_PASSWORD=myrootpass >.env && docker run -d --env-file .env --name ${name} mysql`,
    'a Compose file with a volume of its own': `printf 'services: {db: {image: mysql, container_name: ${name}, environment: {MYSQL_ROOT_PASSWORD: myrootpass, MYSQL_DATABASE: d}}}' >compose.yml && docker compose up -d`,
    'the arguments that today’s server still takes': run(
      '-e MYSQL_ROOT_PASSWORD=myrootpass',
      'mysql --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci',
    ),
  },
  wrong: {
    'no password': {
      typed: `docker run --name ${name} -dit mysql`,
      until: isIn('exited', name),
      problems: [{ code: 'database-password-missing', values: { name, log: /password option/ } }],
    },
    "the ordinary user's variable": {
      typed: run('-e MYSQL_PASSWORD=myrootpass'),
      until: isIn('exited', name),
      problems: [{ code: 'database-password-missing', values: { name } }],
    },
    'the variable after the image': {
      typed: `docker run --name ${name} -dit mysql -e MYSQL_ROOT_PASSWORD=myrootpass`,
      until: isIn('exited', name),
      problems: [
        {
          code: 'options-after-image',
          values: { name, typed: '-e MYSQL_ROOT_PASSWORD=myrootpass' },
        },
      ],
    },
    'another password': {
      typed: run('-e MYSQL_ROOT_PASSWORD=mypassroot'),
      problems: [{ code: 'login-refused', values: { ...login, said: /Access denied.*root/ } }],
    },
    'no password wanted': {
      typed: run('-e MYSQL_ALLOW_EMPTY_PASSWORD=yes'),
      problems: [{ code: 'login-refused', values: login }],
    },
    'the argument of the book that today’s server refuses': {
      typed: run(
        '-e MYSQL_ROOT_PASSWORD=myrootpass',
        'mysql --default-authentication-plugin=mysql_native_password',
      ),
      until: isIn('exited', name),
      problems: [
        { code: 'mysql-argument-refused', values: { name, log: /default-authentication-plugin/ } },
      ],
    },
    'another database': {
      typed: run('-e MYSQL_ROOT_PASSWORD=myrootpass', 'mariadb'),
      problems: [{ code: 'image-wrong', values: { name, wanted: 'mysql', found: 'mariadb' } }],
    },
    'another name': {
      typed: 'docker run --name mysql00ex7 -dit -e MYSQL_ROOT_PASSWORD=myrootpass mysql',
      problems: [{ code: 'container-missing', values: { name, similar: 'mysql00ex7' } }],
    },
    paused: {
      typed: `${book} && docker pause ${name}`,
      problems: [{ code: 'container-paused', values: { name } }],
    },
    'too little memory': {
      typed: run('--memory 60m -e MYSQL_ROOT_PASSWORD=myrootpass'),
      until: isIn('exited', name),
      problems: [{ code: 'out-of-memory', values: { name, limit: '60', needed: '600' } }],
    },
    'too little memory, under the name of another exercise': {
      typed: run('--memory 60m -e MYSQL_ROOT_PASSWORD=myrootpass').replace(name, 'mysql000ex11'),
      until: isIn('exited', 'mysql000ex11'),
      problems: [{ code: 'out-of-memory', values: { name: 'mysql000ex11', limit: '60' } }],
    },
    killed: {
      typed: `${book} && docker kill ${name}`,
      problems: [{ code: 'container-exited', values: { name, exitCode: '137' } }],
    },
    'a shell instead of the server': {
      typed: run('-e MYSQL_ROOT_PASSWORD=myrootpass', 'mysql true'),
      until: isIn('exited', name),
      problems: [{ code: 'container-exited', values: { name, exitCode: '0' } }],
    },
  },
};
