import { mendedWords, wrongWords } from './server-command';

const utf8 = '--character-set-server=utf8mb4';
const plugin = '--default-authentication-plugin=mysql_native_password';

it.each([
  ['mysql', `mysqld ${utf8} --collation-server=utf8mb4_unicode_ci`],
  ['mysql:9', '--character_set_server=UTF8MB4'],
  ['mysql:5.7', `mysqld ${plugin}`],
  ['mysql:8.0.36', plugin],
  ['mariadb:10.11', 'mysqld'],
  ['mariadb', `mariadbd ${utf8}`],
  ['mariadb', plugin],
  ['docker.io/library/mariadb:lts', '--character-set-server utf8mb4'],
  ['mysql', '--character-set-serv=utf8mb4'],
  ['mysql', '--lower_case_table_names=1 --max-connections=50'],
  ['mysql', '/usr/sbin/mysqld'],
  ['mariadb', 'docker-entrypoint.sh mariadbd'],
  ['mysql', 'sh -c exec'],
  ['wordpress', 'mysqld'],
])('%s starts with `%s`', (image, command) => {
  expect(wrongWords(image, command.split(' '))).toEqual([]);
});

it.each([
  ['mariadb', `mysqld ${utf8}`, ['program'], utf8],
  ['mariadb:11.4', 'mysqld', ['program'], ''],
  ['mariadb', '--defaultauthentication-plugin=x', ['unknown'], ''],
  ['mariadb', `${utf8} --mysql-native-password=ON`, ['removed'], utf8],
  ['mysql', `mysqld ${plugin}`, ['removed'], 'mysqld'],
  ['mysql:8.4', plugin, ['removed'], ''],
  [
    'mysql:8.0',
    '--defaut-authentication-plugin=a',
    ['unknown'],
    '--default-authentication-plugin=a',
  ],
  ['mysql', '--charcter-set-server=utf8mb4', ['unknown'], utf8],
  ['mysql', '-character-set-server=utf8mb4', ['unknown'], utf8],
  ['mysql', '\u2013character-set-server=utf8mb4', ['unknown'], utf8],
  ['mysql', 'mysqld character-set-server=utf8mb4', ['unknown'], `mysqld ${utf8}`],
  ['mysql', '--character-set-server=utf8mb', ['value'], utf8],
  ['mysql', 'mysqld - --skip-name-resolve', ['unknown'], 'mysqld --skip-name-resolve'],
  ['mysql', 'mysqld hello', ['unknown'], 'mysqld'],
  ['mysql', 'msyqld', ['program'], ''],
])('%s does not start with `%s`', (image, command, causes, mended) => {
  const words = command.split(' ');
  const wrong = wrongWords(image, words);
  expect(wrong.map(({ cause }) => cause)).toEqual(causes);
  expect(mendedWords(words, wrong).join(' ')).toBe(mended);
});
