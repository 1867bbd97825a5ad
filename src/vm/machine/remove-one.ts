import { lstat, unlink } from 'node:fs/promises';

import { fileFailure } from '../../core/machine/file-failure';

/** Removes a file, or a link and not what is behind it; a folder of that name is left alone. */
export async function removeOne(path: string): Promise<void> {
  try {
    if ((await lstat(path)).isDirectory()) return;
    await unlink(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileFailure(error) ?? error;
  }
}
