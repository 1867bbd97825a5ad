import { open, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Failure, lastLine } from '../../core/failure';
import type { Run } from '../../core/machine/process';
import { vmImageMissing, vmImageNeedsFile, vmImageUnreadable } from '../problems/image';
import { formatOf, isSelfContained, readInfo, type ImageFormat } from './format';

/** An image that may become a VM's disk. */
export interface Image {
  readonly path: string;
  readonly format: ImageFormat;
  /** The size of the disk in it, in bytes; undefined where no program tells it. */
  readonly size?: number;
  readonly kernel?: { readonly kernel: string; readonly initrd: string };
}

const head = 64 * 1_024;

/** Looks at a file that is to become a VM's disk, without a change of it; throws `vm-image-missing`, `vm-image-unreadable` or `vm-image-needs-file`. */
export async function inspectImage(
  path: string,
  qemu?: { readonly img: string; readonly ask: Run },
): Promise<Image> {
  const start = await startOf(path);
  const format = formatOf(start);
  if (format === undefined) throw new Failure(vmImageUnreadable({ file: path, reason: 'form' }));
  if (format === 'vmdk' && !isSelfContained(start))
    throw new Failure(vmImageNeedsFile({ file: path, needed: '.vmdk' }));
  if (format === 'bare') return { ...(await bareDisk(path)) };
  if (qemu === undefined) return { path, format };
  return { path, format, size: await sizeOf(path, format, qemu.img, qemu.ask) };
}

/** Throws `vm-image-needs-file` for a disk without a boot loader, where nothing else starts its kernel. */
export function requireBootLoader({ path, kernel }: Image): void {
  if (kernel) throw new Failure(vmImageNeedsFile({ file: path, needed: 'boot loader' }));
}

async function startOf(path: string): Promise<Buffer> {
  const refused = (error: NodeJS.ErrnoException) => {
    throw notOpened(path, error);
  };
  if (!(await stat(path).catch(refused)).isFile())
    throw new Failure(vmImageUnreadable({ file: path, reason: 'kind' }));
  const file = await open(path, 'r').catch(refused);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file system without a boot loader: its kernel is beside it. */
async function bareDisk(path: string): Promise<Image> {
  const kernel = join(dirname(path), 'vmlinuz');
  const initrd = join(dirname(path), 'initrd.img');
  for (const file of [kernel, initrd])
    if (!existsSync(file)) throw new Failure(vmImageNeedsFile({ file: path, needed: file }));
  const { size } = await stat(path);
  return { path, format: 'raw', size, kernel: { kernel, initrd } };
}

/** How long qemu-img may take, in milliseconds, and how much it may say. */
const bounds = { timeout: 30_000, limit: 256 * 1_024 } as const;

/** The size of the disk in an image; refuses one that needs other files, because those could be any file of this machine. */
async function sizeOf(path: string, format: ImageFormat, img: string, ask: Run): Promise<number> {
  const words = ['info', '-U', '-f', format, '--output=json', path];
  const { code, stdout, stderr } = await ask(img, words, bounds);
  if (code !== 0) throw unreadable(path, lastLine(stderr));
  const info = readInfo(stdout);
  if (info === undefined) throw unreadable(path, 'qemu-img info');
  if (info.needed !== undefined)
    throw new Failure(vmImageNeedsFile({ file: path, needed: info.needed }));
  return info.size;
}

function notOpened(file: string, { code, message }: NodeJS.ErrnoException): Failure {
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure(vmImageMissing({ file }));
  return unreadable(file, message.split(',')[0] ?? message);
}

function unreadable(file: string, said: string): Failure {
  return new Failure(vmImageUnreadable({ file, said }));
}
