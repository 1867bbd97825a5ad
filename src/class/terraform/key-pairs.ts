import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure } from '../../core/failure';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { keyDamaged } from '../problems/carry';

/** The public halves of the named SSH keys of a folder. Missing keys are made; only the owner may read the private halves. Throws `class-key-damaged` where a private half is none. */
export async function ensureKeyPairs(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await makePrivateFolder(folder);
  const keys = await Promise.all(
    names.map(async (name) => [name, await ensureKeyPair(join(folder, name))] as const),
  );
  return new Map(keys);
}

async function ensureKeyPair(key: string): Promise<string> {
  const known = await readFile(`${key}.pub`, 'utf8').catch(() => '');
  const privateHalf = await readFile(key).catch(() => undefined);
  if (privateHalf && isPublicKey.test(known)) return known.trim();
  const publicKey = await (privateHalf ? publicHalfOf(key).catch(damaged(key)) : make(key));
  await writePrivate(`${key}.pub`, `${publicKey}\n`);
  return publicKey;
}

const isPublicKey = /^ssh-ed25519 [A-Za-z0-9+/]{40,}={0,2}(?: .{0,100})?\s*$/;

// A key that cannot be read stays: it may be the only way into a VM.
function damaged(key: string): () => never {
  return () => {
    throw new Failure(keyDamaged({ path: key }));
  };
}

/** The public half of a private key without a passphrase, from the private key itself; throws where the file is none. */
export async function publicHalfOf(key: string): Promise<string> {
  const { publicHalf } = await import('../../core/ssh/ssh-key');
  return publicHalf(await readFile(key));
}

async function make(key: string): Promise<string> {
  const { newKey } = await import('../../core/ssh/ssh-key');
  await writePrivate(key, newKey());
  return publicHalfOf(key);
}
