import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fingerprintOf } from '../config/fingerprint';
import { instructor } from '../config/practice-vm';
import type { ClassSession } from '../session';
import { publicHalfOf } from '../terraform/key-pairs';

/** Which of the keys with which a VM was started this computer has. */
export interface KeysHere {
  readonly student: boolean;
  readonly instructor: boolean;
}

type Keys = Pick<ClassSession, 'keyFolder' | 'config'>;

/** Holds the keys of this computer against those with which a student's VM was started; undefined where the VM does not say. */
export async function keysHere(
  session: Keys,
  id: string,
  keys: string | undefined,
): Promise<KeysHere | undefined> {
  if (keys === undefined) return undefined;
  const [, teacher] = keys.split(' ');
  const own = await noted(join(session.keyFolder, instructor));
  return {
    student: (await keyFileFor(session, id, keys)) !== undefined,
    instructor: own === teacher,
  };
}

/** The private key with which a student's VM was started: the student's own, or one under the name that nobody has since it was corrected; undefined where this computer has none. */
export async function keyFileFor(
  { keyFolder, config }: Keys,
  id: string,
  keys: string,
): Promise<string | undefined> {
  const [wanted] = keys.split(' ');
  const files = await readdir(keyFolder).catch((): string[] => []);
  const taken = new Set([instructor, ...config.students.map((student) => student.id)]);
  const names = files.filter((name) => files.includes(`${name}.pub`) && !taken.has(name));
  for (const name of files.includes(id) ? [id, ...names] : names)
    if ((await noted(join(keyFolder, name))) === wanted) return join(keyFolder, name);
  return undefined;
}

/** The private key of a file, where its own public half has the fingerprint with which a VM was started. */
export async function provenKey(path: string, keys: string): Promise<string | undefined> {
  const [wanted] = keys.split(' ');
  const publicHalf = await publicHalfOf(path).catch(() => undefined);
  if (publicHalf === undefined || fingerprintOf(publicHalf) !== wanted) return undefined;
  return readFile(path, 'utf8');
}

/** The fingerprint of a key by its public half; undefined where one half is missing. */
async function noted(key: string): Promise<string | undefined> {
  try {
    const [publicKey] = await Promise.all([readFile(`${key}.pub`, 'utf8'), readFile(key)]);
    return fingerprintOf(publicKey);
  } catch {
    return undefined;
  }
}
