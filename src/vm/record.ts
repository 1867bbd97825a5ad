import { readdir, readFile, rm } from 'node:fs/promises';

import * as z from 'zod/mini';

import { list, matching, orNothing, text } from '../core/answers/form-parts';
import { parseJson } from '../core/answers/json';
import { Failure } from '../core/failure';
import { inDataFolder } from '../core/machine/data-folder';
import { removeEmptyFolder } from '../core/machine/files';
import { makePrivateFolder, writePrivate } from '../core/machine/private-files';
import { isOwnFile, vmFile, vmFiles, vmFolder } from './place';
import { vmForeign } from './problems/state';

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

/** Reads what is remembered of the VM; undefined where there is none. Throws `vm-foreign` where the folder has what dkkb did not write. */
export async function readVm(): Promise<VmRecord | undefined> {
  const folder = vmFolder();
  const told = await inDataFolder(folder, () =>
    readFile(vmFile('record'), 'utf8').catch(unlessMissing),
  );
  if (told !== undefined) return formed(told);
  const names = await readdir(folder).catch(() => []);
  const others = names.filter((name) => !isOwnFile(name));
  if (others.length > 0) throw foreign(others.slice(0, 5).join(', '));
  return undefined;
}

function formed(told: string): VmRecord {
  const read = told.length > mostBytes ? undefined : form.safeParse(jsonOr(told));
  if (!read?.success) throw foreign(vmFiles.record);
  return read.data;
}

function jsonOr(told: string): unknown {
  try {
    return parseJson(told);
  } catch {
    return undefined;
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

function foreign(files: string): Failure {
  return new Failure(vmForeign({ folder: vmFolder(), files }));
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
