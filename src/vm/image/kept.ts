import { readdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { removeOne } from '../machine/remove-one';
import { imageFolder } from '../place';

const imageName = /^[\da-f]{64}\.\w{1,10}(?:\.part)?(?:\.json|\.url)?$/;
const builtFiles = ['disk.img', 'vmlinuz', 'initrd.img', 'recipe'];

/** Removes the images that were fetched or built. */
export async function removeImages(): Promise<void> {
  const names = await readdir(imageFolder()).catch(() => []);
  for (const name of names.filter((one) => imageName.test(one)))
    await removeOne(join(imageFolder(), name));
  const built = join(imageFolder(), 'debian');
  for (const name of builtFiles) await removeOne(join(built, name));
  await rmdir(built).catch(() => undefined);
  await rmdir(imageFolder()).catch(() => undefined);
}

/** The bytes of the images that are kept for the next VM. */
export async function keptBytes(): Promise<number> {
  const names = await readdir(imageFolder(), { recursive: true }).catch(() => []);
  const found = await Promise.all(
    names.map((name) => stat(join(imageFolder(), name)).catch(() => undefined)),
  );
  return found.reduce((sum, one) => sum + (one?.isFile() ? one.blocks * 512 : 0), 0);
}
