import { copyFile, rename, rm, stat } from 'node:fs/promises';

import { Failure, lastLine } from '../../core/failure';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';
import type { Image } from '../image/inspect';
import { vmFile } from '../place';
import { vmImageGone } from '../problems/image';
import type { VmRecord } from '../record';
import { diskFull, spaceFor } from './space';

const gibibyte = 2 ** 30;
/** What a new VM writes while everything is installed, in bytes. */
const firstWrites = 4 * gibibyte;
const patience = 600_000;

/** Makes the VM's disk, which holds only what differs from its image; the image stays as it is. */
export async function makeDisk(img: string, image: Image, gibibytes: number): Promise<void> {
  const path = vmFile('disk');
  const next = `${path}.part`;
  await spaceFor(path, firstWrites);
  const size = Math.max(image.size ?? 0, gibibytes * gibibyte);
  const base = ['-b', image.path, '-F', image.format];
  const words = ['create', '-q', '-f', 'qcow2', ...base, next, String(size)];
  await rm(next, { force: true });
  await need(img, words, path);
  await rename(next, path);
}

/** Makes VirtualBox's kind of disk from an image that it does not read by itself. */
export async function convertDisk(img: string, image: Image, to: string): Promise<void> {
  await spaceFor(to, firstWrites);
  await need(img, ['convert', '-f', image.format, '-O', 'vdi', image.path, to], to);
}

/** Copies an image whole. */
export async function copyDisk(from: string, to: string): Promise<void> {
  await spaceFor(to, (await stat(from)).size);
  await copyFile(from, to);
}

async function need(img: string, words: readonly string[], path: string): Promise<void> {
  const { code, stderr } = await run(img, words, { timeout: patience, limit: 256 * 1_024 });
  if (code === 0) return;
  if (/no space left/i.test(stderr)) throw await diskFull(path);
  const command = `qemu-img ${words[0] ?? ''}`;
  throw new Failure(commandFailed({ command, said: lastLine(stderr) }));
}

/** What is remembered of an image, so that a change of it is seen. */
export async function printOf(path: string): Promise<NonNullable<VmRecord['base']>> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, changedAt: Math.floor(mtimeMs) };
}

/** Throws `vm-image-gone` where the image of a disk is not as it was when the disk was made. */
export async function requireBase({ base, kernel }: VmRecord): Promise<void> {
  const gone = (file: string, said: string) => new Failure(vmImageGone({ file, said }));
  const missing = (file: string) => (error: NodeJS.ErrnoException) => {
    throw gone(file, error.code ?? error.message);
  };
  for (const file of kernel ? [kernel.kernel, kernel.initrd] : [])
    await stat(file).catch(missing(file));
  if (!base) return;
  const now = await printOf(base.path).catch(missing(base.path));
  if (now.size !== base.size || now.changedAt !== base.changedAt)
    throw gone(base.path, `${base.size} → ${now.size}, ${new Date(now.changedAt).toISOString()}`);
}
