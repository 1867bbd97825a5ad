import { lstat, readdir } from 'node:fs/promises';

import { isOwnFile, vmFiles, vmFolder } from './place';

/** What stands in the place of the VM's folder. */
export interface FolderView {
  /** `link`: a link to a folder elsewhere, whose names are told; `other`: no folder at all. */
  readonly kind: 'missing' | 'folder' | 'link' | 'other';
  /** The names of the files that dkkb made, and of links in their place. */
  readonly own: readonly string[];
  /** The names of all else: also of a folder that has the name of a file of dkkb. */
  readonly others: readonly string[];
}

/** Looks into the VM's folder, and at nothing behind the names in it; the refusals of the system are thrown as they are. */
export async function lookIntoFolder(): Promise<FolderView> {
  const kind = await kindOf(vmFolder());
  const isThere = kind === 'folder' || kind === 'link';
  const entries = isThere
    ? await readdir(vmFolder(), { withFileTypes: true }).catch(unlessNoFolder)
    : [];
  const names = (wanted: boolean) =>
    entries
      .filter((one) => (isOwnFile(one.name) && (one.isFile() || one.isSymbolicLink())) === wanted)
      .map(({ name }) => name)
      .sort();
  return { kind, own: names(true), others: names(false) };
}

/** Whether there is a file that only dkkb's VM has; its record says so itself. */
export function hasVmFiles({ own }: FolderView): boolean {
  return own.some((name) => name !== vmFiles.record);
}

async function kindOf(path: string): Promise<FolderView['kind']> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return 'link';
    return found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
}

/** A link may lead to nothing, or to a file. */
function unlessNoFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}
