import { mkdir } from 'node:fs/promises';

import { Failure } from '../failure';
import { dataFolderUnusable } from '../problems/records';

const refusals = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'EDQUOT',
]);

/** Does work that writes or reads in a folder of this tool; throws `data-folder-unusable` when the system refuses it. */
export async function inDataFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!refusals.has(code)) throw error;
    throw new Failure(
      dataFolderUnusable({
        path: folder,
        said: message.split(',')[0] ?? code,
      }),
    );
  }
}

/** Makes a folder of this tool's that only the reader sees; Windows closes what is in a user's own folder by itself. */
export function makeDataFolder(folder: string): Promise<unknown> {
  return inDataFolder(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
}
