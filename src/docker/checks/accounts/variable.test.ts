import { isGivenOtherwise } from './variable';

const user = { MYSQL_ROOT_PASSWORD: '1', MYSQL_USER: 'me' };
const rootOnly = { MYSQL_ROOT_PASSWORD: '1' };

it.each([
  ['a file', 'MYSQL_PASSWORD', { MYSQL_PASSWORD_FILE: '/run/secret' }, user, true],
  ['a file by the other name', 'MYSQL_USER', { MARIADB_USER_FILE: '/run/secret' }, user, true],
  ['no password of root', 'MYSQL_ROOT_PASSWORD', { MYSQL_RANDOM_ROOT_PASSWORD: '1' }, user, true],
  ['no account', 'MYSQL_ROOT_PASSWORD', { MYSQL_RANDOM_ROOT_PASSWORD: '1' }, rootOnly, false],
  ['the password of another', 'MYSQL_PASSWORD', { MYSQL_RANDOM_ROOT_PASSWORD: '1' }, user, false],
  ['nothing', 'MYSQL_ROOT_PASSWORD', {}, user, false],
])('%s: %s', (_title, variable, environment, wanted, expected) => {
  expect(isGivenOtherwise(variable, environment, wanted)).toBe(expected);
});
