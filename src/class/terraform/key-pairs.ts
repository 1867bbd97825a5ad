import { chmod, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure, lastLine } from '../../core/failure';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';

/** How many keys are made side by side. */
const atOnce = 8;

/** The public halves of the named SSH keys of a folder. Missing keys are made; only the owner may read the private halves. */
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
  const known = await readFile(`${key}.pub`, 'utf8').catch(() => undefined);
  if (known && (await readFile(key).catch(() => undefined))) return known.trim();
  const kept = await publicHalfOf(key).catch(() => undefined);
  const publicKey = kept ?? (await make(key));
  await writePrivate(`${key}.pub`, publicKey);
  return publicKey.trim();
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
