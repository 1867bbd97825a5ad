import { readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { onFile } from '../core/machine/file-failure';
import { removeEmptyFolder } from '../core/machine/files';
import type { Problem } from '../core/problem';
import { hasVmFiles, lookIntoFolder, type FolderView } from './folder';
import { keptBytes } from './image/kept';
import { strayQemus } from './machine/process';
import { vmFiles, vmFolder, vmRecords } from './place';
import { vmFilesLeft, vmRecordLost } from './problems/lost';
import { recordIn, type VmRecord } from './record';
import { removeOne } from './machine/remove-one';

/** What a removal of the VM finds. */
export interface Found {
  readonly seen: FolderView;
  readonly record: VmRecord | undefined;
  /** The VMs that run though nothing is remembered of them. */
  readonly strays: readonly number[];
  /** The names of the files that are removed. */
  readonly names: readonly string[];
}

/** What a look after the removal has found. */
export interface Removed {
  /** Whether there was a VM. */
  readonly wasThere: boolean;
  /** What dkkb did not make in the place of the VM's folder, and left alone. */
  readonly left: readonly string[];
  /** What keeps the removal from being whole. */
  readonly problems: readonly Problem[];
  /** The bytes of the images that are kept for the next VM. */
  readonly kept: number;
}

/** Looks at what a removal of the VM has to end and to remove; throws `file-refused` where the system does not show it. */
export async function findVm(): Promise<Found> {
  const seen = await onFile(lookIntoFolder);
  const record = await onFile(() => recordIn(seen));
  const strays = record === undefined ? await strayQemus() : [];
  // A file of that name alone may be anybody's.
  const isOurs = record !== undefined || hasVmFiles(seen);
  return { seen, record, strays, names: isOurs && seen.kind === 'folder' ? seen.own : [] };
}

/** Removes the files of a VM that has ended, and looks at what is left; throws `file-refused`. */
export async function removeFound({ record, seen, names }: Found): Promise<Removed> {
  if (names.length > 0) await removeFiles(names);
  const left = await leftOver();
  const pids = record === undefined ? await strayQemus() : [];
  return {
    wasThere: record !== undefined || hasVmFiles(seen),
    left,
    problems: [
      ...(pids.length > 0 ? [vmRecordLost({ folder: vmFolder(), pids: pids.join(', ') })] : []),
      ...(left.length > 0 ? [vmFilesLeft({ files: left.join(', ') + (await linkEnd()) })] : []),
    ],
    kept: await keptBytes(),
  };
}

/** The record goes last, so that a removal that was killed goes on. */
async function removeFiles(names: readonly string[]): Promise<void> {
  await onFile(() => rm(vmRecords(), { recursive: true, force: true }));
  const last = (name: string) => Number(name === vmFiles.record);
  for (const name of [...names].sort((one, other) => last(one) - last(other)))
    await removeOne(join(vmFolder(), name));
  await removeEmptyFolder(vmFolder());
}

async function leftOver(): Promise<readonly string[]> {
  const { kind, own, others } = await onFile(lookIntoFolder);
  if (kind === 'link' || kind === 'other') return [vmFolder()];
  return [...own, ...others].map((name) => join(vmFolder(), name));
}

/** Where a link in the place of the VM's folder leads to. */
async function linkEnd(): Promise<string> {
  const end = await readlink(vmFolder()).catch(() => '');
  return end && ` → ${end}`;
}
