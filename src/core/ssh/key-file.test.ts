import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keyKindOf, onlyOwnKey } from './key-file';
import { sshFailure } from './ssh-target';

/** The beginning of a key in OpenSSH's own form, whose cipher has that name. */
function openssh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  const bytes = Buffer.concat([Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher)]);
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n`;
}

it.each([
  [openssh('none'), 'openssh'],
  [openssh('aes256-ctr'), 'locked'],
  [openssh('none').replaceAll('\n', '\r\n'), 'openssh'],
  ['-----BEGIN RSA PRIVATE KEY-----\r\nMIIE', 'openssh'],
  ['-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n', 'locked'],
  ['-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE', 'locked'],
  ['-----BEGIN EC PRIVATE KEY-----\n', 'openssh'],
  ['-----BEGIN PRIVATE KEY-----\n', 'openssh'],
  ['PuTTY-User-Key-File-3: ssh-ed25519\n', 'putty'],
  ['ssh-ed25519 AAAAC3Nza me@host\n', 'public'],
  ['ecdsa-sha2-nistp256 AAAAE2Vj me@host\n', 'public'],
  ['-----BEGIN CERTIFICATE-----\n', 'broken'],
  ['', 'broken'],
])('a file that begins with %j is of the kind %s', (beginning, kind) => {
  expect(keyKindOf(beginning)).toBe(kind);
});

describe('a login that was refused', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dkkb-key-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it.each([
    ['with a passphrase', openssh('aes256-ctr'), 'ssh-key-locked', 'ssh-add'],
    ['that is public', 'ssh-ed25519 AAAAC3Nza me\n', 'ssh-key-public', 'without `.pub`'],
    ['of another machine', openssh('none'), 'ssh-denied', 'whose public key is on that machine'],
  ])('with a key %s says so', (_title, text, code, said) => {
    const identity = join(dir, 'key.pub');
    writeFileSync(identity, text);
    const failure = sshFailure('Permission denied (publickey).', { host: 'h' }, { identity });
    expect(failure.code).toBe(code);
    expect(failure.problem.describe().remedy.en).toContain(said);
  });
});

describe('the key that ssh tries by itself', () => {
  const locked = openssh('aes256-ctr');
  it.each([
    ['is the only one', { id_ed25519: locked }, 'id_ed25519'],
    ['is not known where there is none', {}, undefined],
    ['is not known among several', { id_ed25519: locked, id_rsa: openssh('none') }, undefined],
    ['is not known where a configuration may name it', { id_rsa: locked, config: '' }, undefined],
  ])('%s', (_title, files: Readonly<Record<string, string>>, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-keys-'));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    expect(onlyOwnKey(folder)).toBe(name && join(folder, name));
    rmSync(folder, { recursive: true });
  });
});
