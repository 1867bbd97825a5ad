import type { MachineContext } from '../check';
import { inFolder } from '../machine/in-folder';

/** A name for a file that is put aside: nothing in the folder has it yet. */
export async function freeName(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  name: string,
): Promise<string> {
  let free = name;
  for (let at = 2; (await files.kind(inFolder(dir, free))) !== 'missing'; at += 1)
    free = `${name}${at}`;
  return free;
}
