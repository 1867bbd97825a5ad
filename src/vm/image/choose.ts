import { resolve } from 'node:path';

import { run } from '../../core/machine/process';
import type { Reporter } from '../../core/reporter';
import type { Means } from '../plan';
import type { VmRecord } from '../record';
import { debianDisk } from './debian';
import { inspectImage, requireBootLoader, type Image } from './inspect';
import { obtain, verifyFile } from './obtain';
import { defaultSource, isAddress, sourceOf } from './sources';
import { debianWord, usualImage } from './words';

/** The image of a new VM, verified. */
export async function chooseImage(
  { image, sum }: Pick<VmRecord, 'image' | 'sum'>,
  means: Means,
  reporter: Reporter,
  end?: number,
): Promise<Image> {
  const path = await pathOf(image, sum ?? undefined, means, reporter, end);
  if (means.by === 'qemu') return inspectImage(path, { img: means.qemu.img, ask: run });
  const found = await inspectImage(path);
  requireBootLoader(found);
  return found;
}

async function pathOf(
  image: string,
  sum: string | undefined,
  means: Means,
  reporter: Reporter,
  end: number | undefined,
): Promise<string> {
  if (image === debianWord) return debianDisk(reporter, end);
  if (image === usualImage)
    return obtain(defaultSource(architecture(means), means.by), sum, reporter, end);
  if (isAddress(image)) return obtain(sourceOf(image), sum, reporter, end);
  const path = resolve(image);
  if (sum !== undefined) await verifyFile(path, sum, reporter);
  return path;
}

function architecture(means: Means): 'x86_64' | 'aarch64' {
  if (means.by === 'qemu') return means.qemu.architecture;
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}
