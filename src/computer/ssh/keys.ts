import { readdir, stat } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The kinds of private key in a file; undefined where it is none. */
export type KeyKind = 'openssh' | 'putty';

/** A private key of this computer. */
export interface PrivateKey {
  readonly file: string;
  readonly kind: KeyKind;
}

/** The folder in which ssh looks for keys. */
export function sshFolder(): string {
  return join(homedir(), '.ssh');
}

const mostFiles = 200;
/** As many bytes as the first line of a key needs. */
const firstBytes = 64;

/** The private keys of the user's folder of SSH, the `.pem` and `.ppk` files of a folder, and files that are named. */
export async function privateKeys(
  dir: string,
  named: readonly string[],
): Promise<readonly PrivateKey[]> {
  const own = (await namesIn(sshFolder()))
    .filter((name) => !/\.pub$|^(?:known_hosts|config|authorized_keys)/.test(name))
    .map((name) => join(sshFolder(), name));
  const beside = (await namesIn(dir))
    .filter((name) => /\.(?:pem|ppk)$/i.test(name))
    .map((name) => join(dir, name));
  const files = [...new Set([...beside, ...named, ...own])].slice(0, mostFiles);
  const kinds = await Promise.all(files.map(kindIn));
  return files.flatMap((file, at) => {
    const kind = kinds[at];
    return kind === undefined ? [] : [{ file, kind }];
  });
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().slice(0, mostFiles);
}

async function kindIn(file: string): Promise<KeyKind | undefined> {
  try {
    // Opening a pipe would wait for somebody who writes into it.
    if (!(await stat(file)).isFile()) return undefined;
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
      return keyKindOf(buffer.toString('latin1', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** The kind of key that a file begins with. */
export function keyKindOf(beginning: string): KeyKind | undefined {
  if (/^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(beginning)) return 'openssh';
  return beginning.startsWith('PuTTY-User-Key-File-') ? 'putty' : undefined;
}
