import { hasVmFiles } from './folder';
import { endStrays, endVm } from './hosts';
import { removeImages } from './image/kept';
import { findVm, removeFound, type Removed } from './removal';

/** Ends the VM and removes its disk and its files; what dkkb did not make stays. Throws `vm-stays` or `file-refused`. */
export async function removeVm(withImages: boolean): Promise<Removed> {
  const found = await findVm();
  if (found.record !== undefined) await endVm(found.record);
  // Without one of its files, only its own words say whose VM it is.
  else if (hasVmFiles(found.seen)) await endStrays(found.strays);
  if (withImages) await removeImages();
  return removeFound(found);
}
