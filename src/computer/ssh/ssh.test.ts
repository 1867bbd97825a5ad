import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { onPosix } from '../../../testbed/programs/posix';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keyFiles } from './keys';
import { loginIn } from './known-machines';
import { othersByMode, othersInList } from './readers';

describe('keys of a folder', () => {
  let dir: string;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'dkkb-keys-'))));
  afterEach(() => rmSync(dir, { recursive: true }));

  it('are found by what they are, not by their names alone', async () => {
    writeFileSync(join(dir, 'mykey.pem'), '-----BEGIN RSA PRIVATE KEY-----\n');
    writeFileSync(join(dir, 'notes.txt'), '-----BEGIN RSA PRIVATE KEY-----\n');
    writeFileSync(join(dir, 'site.pem'), '-----BEGIN CERTIFICATE-----\n');
    writeFileSync(join(dir, 'half.pem'), 'ssh-ed25519 AAAAC3Nza me@host\n');
    writeFileSync(join(dir, 'old.ppk'), 'PuTTY-User-Key-File-2: ssh-rsa\n');
    const found = await keyFiles(dir);
    expect(found.filter(({ file }) => file.startsWith(dir))).toEqual([
      { file: join(dir, 'half.pem'), kind: 'public' },
      { file: join(dir, 'mykey.pem'), kind: 'openssh' },
      { file: join(dir, 'old.ppk'), kind: 'putty' },
      { file: join(dir, 'site.pem'), kind: 'broken' },
    ]);
  });

  onPosix.each([
    [0o600, ''],
    [0o400, ''],
    [0o644, '644'],
    [0o640, '640'],
    [0o604, '604'],
  ] as const)('a key of the mode %o is open to others: %j', (mode, others) => {
    const file = join(dir, 'key');
    writeFileSync(file, '');
    chmodSync(file, mode);
    expect(othersByMode(statSync(file).mode)).toBe(others);
  });
});

// Written after the form that Microsoft documents for icacls, and as reports of refused keys show it.
const file = 'C:\\Users\\kim\\Downloads\\mykey.pem';
const inherited = `${file} NT AUTHORITY\\SYSTEM:(I)(F)
${' '.repeat(file.length)} BUILTIN\\Administrators:(I)(F)
${' '.repeat(file.length)} DESKTOP-1\\kim:(I)(F)
`;

it.each([
  ['inherited from the own folder', inherited, []],
  ['closed by icacls', `${file} DESKTOP-1\\kim:(F)\n`, []],
  [
    'of a folder for all',
    inherited.replaceAll('\n', '\r\n') +
      `${' '.repeat(file.length)} NT AUTHORITY\\Authenticated Users:(I)(M)\r\n${' '.repeat(file.length)} BUILTIN\\Users:(I)(RX)\r\n`,
    ['NT AUTHORITY\\Authenticated Users', 'BUILTIN\\Users'],
  ],
  ['open to everybody', `${file} Everyone:(R)\n`, ['Everyone']],
  ['with a refusal', `${file} Everyone:(DENY)(W)\n`, []],
  [
    'in Korean, with its last line',
    `${file} BUILTIN\\Users:(I)(RX)\r\n\r\n1 파일을 처리했으며 0 파일은 처리하지 못했습니다.\r\n`,
    ['BUILTIN\\Users'],
  ],
])('on Windows, the list of a key %s names who should not read it', (_title, answer, others) => {
  expect(othersInList(answer, file, 'Kim')).toEqual(others);
});

const state = (value: unknown) => JSON.stringify({ version: 4, outputs: { ssh: { value } } });

it('the login of the own VM is read from the state of Terraform', () => {
  const line = "ssh -i '/home/me/keys/me' ubuntu@203.0.113.7";
  expect(loginIn(state({ me: line }))).toEqual({
    host: 'ubuntu@203.0.113.7',
    identity: '/home/me/keys/me',
  });
});

it.each([
  ['of no VM', state({})],
  ['with a command behind the address', state({ me: "ssh -i 'k' ubuntu@1.2.3.4; id" })],
  ['with an option for an address', state({ me: "ssh -i 'k' -oProxyCommand=id" })],
  ['of another form', '{"outputs":[]}'],
  ['that is cut off', '{"outputs":{"ssh"'],
])('a state %s gives no login', (_title, text) => {
  expect(loginIn(text)).toBeUndefined();
});
