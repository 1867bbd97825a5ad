import { Failure } from '../../core/failure';
import { isMade } from '../machine/made';
import { forgetVm, writeVm, type VmRecord } from '../record';

/** Does work for which a new VM needs its image; an image that is refused is forgotten, so that the next `up` does not take it again. */
export async function orForget<T>(
  image: string,
  before: VmRecord | undefined,
  work: (image: string) => Promise<T>,
): Promise<T> {
  try {
    return await work(image);
  } catch (error) {
    if (!isOnItsWay(error)) await forget(image, before);
    throw error;
  }
}

/** Whether a part of the image, or all of it, is kept for the next `up`. */
function isOnItsWay(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  if (error.code === 'vm-image-not-fetched') return error.values['has'] !== '0';
  return error.code === 'vm-disk-short';
}

/** An earlier VM, or another image that is on its way, is not forgotten. */
async function forget(image: string, before: VmRecord | undefined): Promise<void> {
  if (before && (isMade(before) || before.image !== image)) await writeVm(before);
  else await forgetVm();
}
