import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { Failure } from './failure';
import { makeFolder } from './usable';

/** Holds a lab of an engine against other processes while `work` changes it; a dead holder's lock expires after 10 s. `onWait` is told when another holds it. */
export async function withLock<T>(
  folder: string,
  name: string,
  work: () => Promise<T>,
  onWait: () => void = () => undefined,
): Promise<T> {
  const path = join(folder, 'locks');
  await makeFolder(path);
  const target = join(path, name);
  // On a machine that slept, or had no time for us, another may have taken the lock over; what is begun is finished all the same.
  const options = { realpath: false, stale: 10_000, onCompromised: () => undefined };
  const retries = { retries: 120, minTimeout: 250, maxTimeout: 250 };
  const release = await lock(target, options)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ELOCKED') throw error;
      onWait();
      return lock(target, { ...options, retries });
    })
    .catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ELOCKED' ? new Failure('lab-busy', { lab: name }) : error;
    });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}

/** Holds several labs of an engine, always in the same order, so that two such commands cannot wait for each other. */
export function withLocks<T>(
  folder: string,
  names: readonly string[],
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  const [first, ...rest] = [...names].sort();
  if (first === undefined) return work();
  return withLock(folder, first, () => withLocks(folder, rest, work, onWait), onWait);
}
