import { parseSshTarget, sshArguments, sshFailure, sshPath } from './ssh-target';
import { quote } from '../shell/posix';

describe('an address', () => {
  it.each([
    ['ssh://host', { host: 'host' }],
    ['ssh://me@host', { user: 'me', host: 'host' }],
    ['ssh://me@203.0.113.7:2222/', { user: 'me', host: '203.0.113.7', port: 2222 }],
    ['ssh://me@[2001:db8::1]:22', { user: 'me', host: '2001:db8::1', port: 22 }],
  ])('%s is read', (text, target) => {
    expect(parseSshTarget(text)).toEqual(target);
  });

  it.each([
    '',
    'host',
    'me@host',
    'http://host',
    'ssh://',
    'ssh://me@',
    'ssh://host:0',
    'ssh://host:65536',
    'ssh://host:x',
    'ssh://host/path',
    'ssh://a b',
    'ssh://-oProxyCommand=id',
    'ssh://-l@host',
    'ssh://me@-host',
    'ssh://me@host\n-x',
    'ssh://$(id)@host',
  ])('%j is refused', (text) => {
    expect(parseSshTarget(text)).toBeUndefined();
  });
});

it('names the machine last, and asks nothing at a terminal', () => {
  const words = sshArguments(
    { user: 'me', host: 'host', port: 2222 },
    { identity: '/키 파일', knownHosts: '/known', timeout: 3 },
  );
  expect(words.at(-1)).toBe('host');
  expect(words.join(' ')).toContain('IdentityFile="/키 파일" -o IdentitiesOnly=yes -p 2222 -l me');
  expect(words).toEqual(expect.arrayContaining(['BatchMode=yes', 'ConnectTimeout=3']));
});

it.each([
  ['/키 파일', 'debian', '"/키 파일"'],
  ['/50%/%h', 'debian', '"/50%%/%%h"'],
  ['/a "b" c\\d', 'debian', '"/a \\"b\\" c\\\\d"'],
  ['C:\\Users\\김 철수\\50%', 'windows', '"C:/Users/김 철수/50%%"'],
] as const)('the path %j of %s is written as %s in an option of ssh', (path, system, written) => {
  expect(sshPath(path, { system })).toBe(written);
});

it.each([
  ['docker', 'docker'],
  ['/a/b-c.d', '/a/b-c.d'],
  ['', "''"],
  ['a b', "'a b'"],
  ['$(id)', "'$(id)'"],
  ["it's", "'it'\\''s'"],
  ['한글', '한글'],
])('the word %j is written as %s for a shell', (word, written) => {
  expect(quote(word)).toBe(written);
});

it.each([
  ['me@host: Permission denied (publickey).', 'ssh-denied'],
  ['Host key verification failed.', 'ssh-host-changed'],
  ['ssh: connect to host h port 22: Connection refused', 'ssh-unreachable'],
  ['ssh: Could not resolve hostname h: Name or service not known', 'ssh-unreachable'],
  ['', 'ssh-unreachable'],
])('the error %j of ssh is the problem %s', (said, code) => {
  expect(sshFailure(said, { host: 'h' })).toMatchObject({
    code,
    values: { host: 'h', port: '22' },
  });
});

it('accepts only the known key of a machine, and any key of a new machine', () => {
  const wordsFor = (isNew: boolean) =>
    sshArguments({ host: 'h' }, { knownHosts: '/k', host: { name: 'i-1', isNew } });
  expect(wordsFor(false)).toEqual(
    expect.arrayContaining(['StrictHostKeyChecking=yes', 'HostKeyAlias=i-1']),
  );
  expect(wordsFor(true)).toContain('StrictHostKeyChecking=accept-new');
});
