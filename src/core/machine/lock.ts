import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { Failure } from '../failure';
import { makeDataFolder } from './data-folder';
import { labBusy } from '../problems/conflicts';

/** Milliseconds without a sign of life after which a lock expires: a holder on a busy machine gives one late. */
const stale = 60_000;
const pause = 250;

/**
 * Locks a lab of an engine against other processes while `work` changes it. `onWait` is called when another process
 * holds the lock. The lock of a process that has ended is taken over at once when this machine sees that, else after a
 * minute.
 */
export async function withLock<T>(
  folder: string,
  name: string,
  work: () => Promise<T>,
  onWait: () => void = () => undefined,
): Promise<T> {
  const path = join(folder, 'locks');
  await makeDataFolder(path);
  const target = join(path, name);
  // Another process may have taken the lock while this machine slept. The work is finished anyway.
  const options = { realpath: false, stale, onCompromised: () => undefined };
  const retries = { retries: (2 * stale) / pause, minTimeout: pause, maxTimeout: pause };
  await dropDeadHolder(target);
  const release = await lock(target, options)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ELOCKED') throw error;
      onWait();
      return lock(target, { ...options, retries });
    })
    .catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ELOCKED' ? new Failure(labBusy({ lab: name })) : error;
    });
  await writeFile(holderOf(target), `${hostname()} ${String(process.pid)}`).catch(() => undefined);
  try {
    return await work();
  } finally {
    await rm(holderOf(target), { force: true }).catch(() => undefined);
    await release().catch(() => undefined);
  }
}

const holderOf = (target: string): string => `${target}.holder`;

/** Removes the lock of a process of this machine that was killed; when several processes find it, only one removes it. */
async function dropDeadHolder(target: string): Promise<void> {
  const holder = await readFile(holderOf(target), 'utf8').catch(() => '');
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || isAlive(Number(pid))) return;
  const taken = `${holderOf(target)}.${String(process.pid)}`;
  const isTaken = await rename(holderOf(target), taken).then(
    () => true,
    () => false,
  );
  if (!isTaken) return;
  if ((await readFile(taken, 'utf8')) !== holder) return rename(taken, holderOf(target));
  await rm(`${target}.lock`, { recursive: true, force: true });
  await rm(taken);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
