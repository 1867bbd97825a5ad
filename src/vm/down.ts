import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { inDataFolder } from '../core/machine/data-folder';
import { removeEmptyFolder } from '../core/machine/files';
import { endVm } from './hosts';
import { imageFolder, isOwnFile, vmFiles, vmFolder, vmRecords } from './place';
import { readVm } from './record';

/** What a look after the removal has found. */
export interface Removed {
  /** Whether there was a VM. */
  readonly wasThere: boolean;
  /** Files in the VM's folder that dkkb did not make, and left alone. */
  readonly left: readonly string[];
  /** The bytes of the images that are kept for the next VM. */
  readonly kept: number;
}

/** Ends the VM and removes its disk and its files; the record goes last, so that a removal that was killed goes on. Throws `vm-stays` or `vm-foreign`. */
export async function removeVm(withImages: boolean): Promise<Removed> {
  const record = await readVm();
  if (record !== undefined) await endVm(record);
  if (record !== undefined) await removeFiles();
  if (withImages) await inDataFolder(imageFolder(), removeImages);
  const left = await readdir(vmFolder()).catch(() => []);
  return {
    wasThere: record !== undefined,
    left: left.map((name) => join(vmFolder(), name)),
    kept: await keptBytes(),
  };
}

async function removeFiles(): Promise<void> {
  const names = (await readdir(vmFolder()))
    .filter(isOwnFile)
    .filter((one) => one !== vmFiles.record);
  await inDataFolder(vmFolder(), async () => {
    await rm(vmRecords(), { recursive: true, force: true });
    for (const name of names) await rm(join(vmFolder(), name), { force: true });
    await rm(join(vmFolder(), vmFiles.record), { force: true });
  });
  await removeEmptyFolder(vmFolder());
}

const imageName = /^[\da-f]{64}\.\w{1,10}(?:\.part)?(?:\.json|\.url)?$/;
const builtFiles = ['disk.img', 'vmlinuz', 'initrd.img', 'recipe'];

async function removeImages(): Promise<void> {
  const names = await readdir(imageFolder()).catch(() => []);
  for (const name of names.filter((one) => imageName.test(one)))
    await rm(join(imageFolder(), name), { force: true });
  const built = join(imageFolder(), 'debian');
  for (const name of builtFiles) await rm(join(built, name), { force: true });
  await rmdir(built).catch(() => undefined);
  await rmdir(imageFolder()).catch(() => undefined);
}

async function keptBytes(): Promise<number> {
  const names = await readdir(imageFolder(), { recursive: true }).catch(() => []);
  const found = await Promise.all(
    names.map((name) => stat(join(imageFolder(), name)).catch(() => undefined)),
  );
  return found.reduce((sum, one) => sum + (one?.isFile() ? one.blocks * 512 : 0), 0);
}
