import { resolve } from 'node:path';

import { isMade } from '../machine/made';
import type { Wishes } from '../plan';
import type { VmRecord } from '../record';
import { inspectImage } from './inspect';
import { isAddress } from './sources';
import { debianWord, usualImage } from './words';

/** The image of the VM: that of its disk, else the one that is asked for, or was. */
export function imageOf(wished: string | undefined, before: VmRecord | undefined): string {
  const asked = before && isMade(before) ? undefined : wholeName(wished);
  return asked ?? before?.image ?? usualImage;
}

/** A file by its whole path, so that the next call finds it from any folder. */
export function wholeName(image: string | undefined): string | undefined {
  if (image === undefined || image === debianWord || isAddress(image)) return image;
  return resolve(image);
}

/** Throws unless a file that is to become a VM's disk can be one, as far as a short look tells. */
export async function requireImage(image: string): Promise<void> {
  const isFile = image !== debianWord && image !== usualImage && !isAddress(image);
  if (isFile) await inspectImage(resolve(image));
}

/** Whether something is wanted that only a new VM can have. */
export function wantsAnother({ image, sum, disk, by }: Wishes, before: VmRecord): boolean {
  const other = wholeName(image);
  return (
    (other !== undefined && other !== before.image) ||
    (sum !== undefined && sum !== before.sum) ||
    (disk !== undefined && disk !== before.disk) ||
    (by !== undefined && by !== before.by)
  );
}
