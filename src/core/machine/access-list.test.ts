import { closingWords, userIn } from './access-list';

const env = { USERDOMAIN: 'DESKTOP-1', USERNAME: '김 선생' };

it('names the user by the number that whoami tells, whatever the letters of the name', () => {
  const told =
    '"desktop-1\\\uFFFD\uFFFD \uFFFD","S-1-5-21-1004336348-1177238915-682003330-1001"\r\n';
  expect(userIn(told, env)).toBe('*S-1-5-21-1004336348-1177238915-682003330-1001');
});

it.each([
  ['', env, 'DESKTOP-1\\김 선생'],
  ['"S-1-x"', env, 'DESKTOP-1\\김 선생'],
  ['ERROR: Invalid argument/option', { USERNAME: 'kim' }, 'kim'],
])('names the user by the environment where whoami tells %j', (told, variables, user) => {
  expect(userIn(told, variables)).toBe(user);
});

it('leaves the rights to one user alone', () => {
  expect(closingWords('D:\\내 자료\\kim', '*S-1-5-21-1', '(OI)(CI)F')).toEqual([
    ...['D:\\내 자료\\kim', '/inheritance:r', '/grant:r', '*S-1-5-21-1:(OI)(CI)F'],
  ]);
});
