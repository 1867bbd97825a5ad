import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';

import * as z from 'zod/mini';

import { list, matching, orNothing, text } from '../core/answers/form-parts';
import { parseJson } from '../core/answers/json';
import { Failure } from '../core/failure';
import { inDataFolder } from '../core/machine/data-folder';
import { removeEmptyFolder } from '../core/machine/files';
import { dataFolder } from '../core/machine/paths';
import { makePrivateFolder, writePrivate } from '../core/machine/private-files';
import type { Problem } from '../core/problem';
import { hasVmFiles, lookIntoFolder, type FolderView } from './folder';
import { strayQemus } from './machine/process';
import { isDisk, isOwnFile, vmFile, vmFiles, vmFolder } from './place';
import { vmForeign, vmRecordLost } from './problems/lost';

const port = z.int().check(z.gte(1), z.lte(65_535));

/** What starts the VM. */
export type Hypervisor = 'qemu' | 'virtualbox';

const form = z.object({
  /** The VM's own number: QEMU's process and VirtualBox's VM are known by it. */
  id: matching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/),
  by: z.enum(['qemu', 'virtualbox']),
  madeAt: text(40),
  /** What was asked for: a file, an address, or the default. */
  image: text(4_000),
  /** The SHA-256 that was named for it. */
  sum: orNothing(matching(/^[\da-f]{64}$/)),
  /** The image's file, its size and when it was last changed: the VM's disk needs it as it is. */
  base: orNothing(z.object({ path: text(4_000), size: z.number(), changedAt: z.number() })),
  /** The files of a disk without a boot loader. */
  kernel: orNothing(z.object({ kernel: text(4_000), initrd: text(4_000) })),
  memory: z.int(),
  disk: z.int(),
  cpus: z.int(),
  sshPort: port,
  ports: list(z.object({ here: port, there: port }), 200),
  window: z.boolean(),
});

/** What is remembered of the practice VM. */
export type VmRecord = z.output<typeof form>;

const mostBytes = 256 * 1_024;

/** Reads what is remembered of the VM; undefined where there is none. Throws `vm-foreign` where something else stands in its place, and `vm-record-lost` where a VM, or its disk, is there of which nothing is remembered. */
export async function readVm(): Promise<VmRecord | undefined> {
  const seen = await inDataFolder(vmFolder(), lookIntoFolder);
  const record = await inDataFolder(vmFolder(), () => recordIn(seen));
  if (record !== undefined) return record;
  const failure = lostVm(seen, await strayQemus());
  if (failure) throw new Failure(failure);
  return undefined;
}

/** The record in the VM's folder; undefined where there is none, or none of dkkb's. */
export async function recordIn({ own }: FolderView): Promise<VmRecord | undefined> {
  if (!own.includes(vmFiles.record)) return undefined;
  const told = await readFile(vmFile('record'), 'utf8').catch(unlessNoFile);
  const read = told.length > mostBytes ? undefined : form.safeParse(jsonOr(told));
  return read?.data;
}

/** Throws `vm-foreign` where a folder, or another thing that is no file, has the name of a file of the VM. */
export async function requireOwnFiles(): Promise<void> {
  const { others } = await inDataFolder(vmFolder(), lookIntoFolder);
  const files = others.filter(isOwnFile);
  if (files.length > 0)
    throw new Failure(vmForeign({ folder: vmFolder(), files: files.join(', ') }));
}

/** What is told of a VM that has no record; undefined where there is none. */
export function lostVm(seen: FolderView, pids: readonly number[]): Problem | undefined {
  const hasRecord = seen.own.includes(vmFiles.record);
  const files = [...(hasRecord ? [vmFiles.record] : []), ...seen.others];
  const running = { pids: pids.join(', '), isOurs: hasVmFiles(seen) };
  if (seen.kind === 'other')
    return vmForeign({ ...running, folder: dataFolder(), files: basename(vmFolder()) });
  if (files.length > 0)
    return vmForeign({ ...running, folder: vmFolder(), files: files.slice(0, 5).join(', ') });
  const isLost = pids.length > 0 || seen.own.some(isDisk);
  return isLost ? vmRecordLost({ ...running, folder: vmFolder() }) : undefined;
}

function jsonOr(told: string): unknown {
  try {
    return parseJson(told);
  } catch {
    return undefined;
  }
}

/** A link may lead to nothing, or to a folder. */
function unlessNoFile(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return '';
  throw error;
}

/** Writes what is to be remembered of the VM, as a whole or not at all. */
export async function writeVm(record: VmRecord): Promise<void> {
  await inDataFolder(vmFolder(), async () => {
    await makePrivateFolder(vmFolder());
    await writePrivate(vmFile('record'), `${JSON.stringify(record, null, 2)}\n`);
  });
}

/** Forgets a VM that was not made. */
export async function forgetVm(): Promise<void> {
  await inDataFolder(vmFolder(), () => rm(vmFile('record'), { force: true }));
  await removeEmptyFolder(vmFolder());
}
