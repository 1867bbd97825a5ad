import { closeSync, constants, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What a file of a key is: `locked` is a private key with a passphrase, `broken` begins like none of them. */
export type KeyKind = 'openssh' | 'locked' | 'putty' | 'public' | 'broken';

/** As many bytes as tell the kind of a key. */
const firstBytes = 512;

/** Windows has no such flag. */
const nonBlocking: number = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** The kind of key in a file; undefined where it cannot be read. */
export function keyKindIn(file: string): KeyKind | undefined {
  let handle: number | undefined;
  try {
    // Opening a pipe would wait for somebody who writes into it.
    handle = openSync(file, constants.O_RDONLY | nonBlocking);
    if (!fstatSync(handle).isFile()) return undefined;
    const buffer = Buffer.alloc(firstBytes);
    return keyKindOf(buffer.toString('latin1', 0, readSync(handle, buffer, 0, firstBytes, 0)));
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The folder in which ssh looks for keys. */
export function sshFolder(): string {
  return join(homedir(), '.ssh');
}

/** The one private key that ssh tries by itself; undefined where there are several or none, or where a configuration names others. */
export function onlyOwnKey(folder: string = sshFolder()): string | undefined {
  if (existsSync(join(folder, 'config'))) return undefined;
  const [only, ...others] = ['id_rsa', 'id_ecdsa', 'id_ed25519']
    .map((name) => join(folder, name))
    .filter((file) => keyKindIn(file) !== undefined);
  return others.length > 0 ? undefined : only;
}

/** The kind of key that a file begins with. */
export function keyKindOf(beginning: string): KeyKind {
  const [, name = ''] = /^-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY-----/.exec(beginning) ?? [];
  if (/^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(beginning))
    return isLocked(name, beginning) ? 'locked' : 'openssh';
  if (beginning.startsWith('PuTTY-User-Key-File-')) return 'putty';
  return /^(?:ssh-|ecdsa-|sk-)[a-z\d@.-]+ AAAA|^---- BEGIN SSH2 PUBLIC KEY|^-----BEGIN (?:RSA )?PUBLIC KEY/.test(
    beginning,
  )
    ? 'public'
    : 'broken';
}

/** The older forms say it in words; OpenSSH's own names the cipher behind a mark and a length. */
function isLocked(name: string, beginning: string): boolean {
  if (name === 'ENCRYPTED ' || /^Proc-Type: 4,ENCRYPTED/m.test(beginning)) return true;
  if (name !== 'OPENSSH ') return false;
  const [, ...lines] = beginning.split(/\r?\n/);
  const bytes = Buffer.from(lines.join(''), 'base64').toString('latin1');
  return bytes.startsWith('openssh-key-v1\0') && !bytes.startsWith('none', cipherAt);
}

const cipherAt = 'openssh-key-v1\0'.length + 4;
