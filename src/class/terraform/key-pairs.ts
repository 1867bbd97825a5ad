import { chmod, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure, lastLine } from '../../core/failure';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';
import { keyDamaged } from '../problems/carry';

/** How many keys are made side by side. */
const atOnce = 8;

/** The public halves of the named SSH keys of a folder. Missing keys are made; only the owner may read the private halves. Throws `class-key-damaged` where a private half is none. */
export async function ensureKeyPairs(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await makePrivateFolder(folder);
  const keys = new Map<string, string>();
  const open = [...names];
  const work = async () => {
    for (let name = open.shift(); name !== undefined; name = open.shift())
      keys.set(name, await ensureKeyPair(join(folder, name)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return keys;
}

async function ensureKeyPair(key: string): Promise<string> {
  const known = await readFile(`${key}.pub`, 'utf8').catch(() => '');
  const privateHalf = await readFile(key).catch(() => undefined);
  if (privateHalf && isPublicKey.test(known)) return known.trim();
  const publicKey = await (privateHalf ? publicHalfOf(key).catch(damaged(key)) : make(key));
  await writePrivate(`${key}.pub`, publicKey);
  return publicKey.trim();
}

const isPublicKey = /^ssh-ed25519 [A-Za-z0-9+/]{40,}={0,2}(?: .{0,100})?\s*$/;

// A key that cannot be read stays: it may be the only way into a VM.
function damaged(key: string): () => never {
  return () => {
    throw new Failure(keyDamaged({ path: key }));
  };
}

/** The public half of a private key, from the private key itself; throws where it is none. */
export function publicHalfOf(key: string): Promise<string> {
  return keygen('-y', '-P', '', '-f', key);
}

/** Makes a key under another name first, so that a killed run leaves no incomplete key. */
async function make(key: string): Promise<string> {
  const next = `${key}.${process.pid}`;
  try {
    await keygen('-q', '-t', 'ed25519', '-N', '', '-C', 'dkkb', '-f', next);
    await chmod(next, 0o600);
    const publicKey = await readFile(`${next}.pub`, 'utf8');
    await rename(next, key);
    return publicKey;
  } finally {
    await Promise.all([next, `${next}.pub`].map((path) => rm(path, { force: true })));
  }
}

async function keygen(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('ssh-keygen', args);
  if (code !== 0)
    throw new Failure(commandFailed({ command: 'ssh-keygen', said: lastLine(stderr) }));
  return stdout;
}
