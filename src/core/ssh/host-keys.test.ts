import { hostKeysOf, keysFor, knownHostsLines, onlyHostOf } from './host-keys';

const keyOf = (type: string, rest = 'x'.repeat(32)) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(type.length);
  return `${type} ${Buffer.concat([length, Buffer.from(type + rest)]).toString('base64')}`;
};
const ed25519 = keyOf('ssh-ed25519');
const ecdsa = keyOf('ecdsa-sha2-nistp256');
const rsa = keyOf('ssh-rsa', 'y'.repeat(270));
const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} SSH HOST KEY KEYS-----`);
const consoleWith = (...lines: string[]) =>
  ['[    0.0] Linux', begin, ...lines, end, 'ubuntu login: '].join('\r\n');

it('reads the keys that cloud-init shows on a console', () => {
  const shown = consoleWith(`${ecdsa} root@ip-10-77-0-5`, `${ed25519} root@ip`, rsa);
  expect(hostKeysOf(shown)).toEqual([ecdsa, ed25519, rsa]);
});

it('takes the keys that were shown last, and skips a block of keys without an end', () => {
  const twice = `${consoleWith(ecdsa)}\n${consoleWith(ed25519)}`;
  expect(hostKeysOf(twice)).toEqual([ed25519]);
  expect(hostKeysOf(`${twice}\n${begin ?? ''}\n${rsa}\n`)).toEqual([ed25519]);
  expect(hostKeysOf(`${twice}\n${consoleWith('[ 12.3] nothing')}`)).toEqual([ed25519]);
});

it.each([
  '',
  ed25519,
  `${begin ?? ''}\n${ed25519}\n`,
  consoleWith('ssh-ed25519 AAAA'),
  consoleWith(ed25519.replace('ssh-ed25519', 'ssh-rsa')),
  consoleWith(keyOf('ssh-dss')),
  consoleWith(`* ${ed25519}`),
  consoleWith(`@cert-authority ${ed25519}`),
  consoleWith(`${ed25519} a\u001b[2J`.replace(' a', '\u0000')),
  consoleWith(`ssh-ed25519 ${'A'.repeat(100_000)}`),
])('takes no key from %j', (shown) => {
  expect(hostKeysOf(shown)).toEqual([]);
});

it('takes at most ten keys', () => {
  const many = Array.from({ length: 200 }, (_, at) =>
    keyOf('ssh-ed25519', `${at}`.padEnd(32, 'z')),
  );
  expect(hostKeysOf(consoleWith(...many))).toHaveLength(10);
});

it('writes keys as known hosts, and finds those of one host again', () => {
  const file = knownHostsLines('i-1', [ed25519, rsa]) + knownHostsLines('i-12', [ecdsa]);
  expect(keysFor('i-1', file)).toEqual([ed25519, rsa]);
  expect(keysFor('i-2', file)).toEqual([]);
});

it('names the machine of a file that has the keys of one machine only', () => {
  expect(onlyHostOf(knownHostsLines('i-1', [ed25519, rsa]))).toBe('i-1');
  const two = knownHostsLines('i-1', [ed25519]) + knownHostsLines('i-12', [ecdsa]);
  for (const file of ['', '\n', two, `-oProxyCommand=x ${ed25519}`, `[a]:22,b ${ed25519}`])
    expect(onlyHostOf(file)).toBeUndefined();
});
