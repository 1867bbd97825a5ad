import { stat } from 'node:fs/promises';

import { Failure } from '../../core/failure';
import { vmImageGone } from '../problems/image';
import type { VmRecord } from '../record';

/** What is remembered of an image, so that a change of it is seen. */
export async function printOf(path: string): Promise<NonNullable<VmRecord['base']>> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, changedAt: Math.floor(mtimeMs) };
}

/** Throws `vm-image-gone` where the image of a disk is not as it was when the disk was made. */
export async function requireBase({ base, kernel }: VmRecord): Promise<void> {
  const gone = (file: string, said: string) => new Failure(vmImageGone({ file, said }));
  const missing = (file: string) => (error: NodeJS.ErrnoException) => {
    throw gone(file, error.code ?? error.message);
  };
  for (const file of kernel ? [kernel.kernel, kernel.initrd] : [])
    await stat(file).catch(missing(file));
  if (!base) return;
  const now = await printOf(base.path).catch(missing(base.path));
  if (now.size !== base.size || now.changedAt !== base.changedAt)
    throw gone(base.path, `${base.size} → ${now.size}, ${new Date(now.changedAt).toISOString()}`);
}
