import { open, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as z from 'zod/mini';

import { orNothing, text } from '../../core/answers/form-parts';
import { parseJson } from '../../core/answers/json';
import { Failure, lastLine } from '../../core/failure';
import { run } from '../../core/machine/process';
import { vmImageNeedsFile, vmImageUnreadable } from '../problems/image';

/** The kinds of disk images that are known, by their first bytes. */
export type ImageFormat = 'qcow2' | 'vmdk' | 'vdi' | 'raw';

/** An image that may become a VM's disk. */
export interface Image {
  readonly path: string;
  readonly format: ImageFormat;
  /** The size of the disk in it, in bytes; undefined where no program tells it. */
  readonly size?: number;
  readonly kernel?: { readonly kernel: string; readonly initrd: string };
}

const head = 64 * 1_024;

/** The kind of an image by its first bytes; undefined where they are those of no disk. `bare` is a disk without a boot loader. */
export function formatOf(start: Buffer): ImageFormat | 'bare' | undefined {
  if (start.length < 2_048) return undefined;
  if (start.toString('latin1', 0, 4) === 'QFI\xfb') return 'qcow2';
  if (start.toString('latin1', 0, 4) === 'KDMV') return 'vmdk';
  if (start.readUInt32LE(64) === 0xbeda107f) return 'vdi';
  if (start.readUInt16LE(510) === 0xaa55) return 'raw';
  return start.readUInt16LE(1_024 + 56) === 0xef53 ? 'bare' : undefined;
}

/** Whether a VMDK holds its data in itself: others name files that QEMU and VirtualBox would open. */
export function isSelfContained(start: Buffer): boolean {
  return /createType="streamOptimized"/.test(start.toString('latin1'));
}

/** Looks at a file that is to become a VM's disk, without a change of it; throws `vm-image-unreadable` or `vm-image-needs-file`. */
export async function inspectImage(path: string, img: string | undefined): Promise<Image> {
  const start = await startOf(path);
  const format = formatOf(start);
  if (format === undefined)
    throw unreadable(path, 'no qcow2, vmdk, vdi or raw disk, by its first bytes');
  if (format === 'vmdk' && !isSelfContained(start))
    throw new Failure(vmImageNeedsFile({ file: path, needed: '.vmdk' }));
  if (format === 'bare') return { ...(await bareDisk(path)) };
  if (img === undefined) return { path, format };
  return { path, format, size: await sizeOf(path, format, img) };
}

async function startOf(path: string): Promise<Buffer> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error.code ?? error.message);
  });
  if (!found.isFile()) throw unreadable(path, 'not a regular file');
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error.code ?? error.message);
  });
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

const form = z.object({
  format: text(40),
  'virtual-size': z.int().check(z.gte(1_048_576), z.lte(4 * 2 ** 40)),
  'backing-filename': orNothing(text(10_000)),
  encrypted: orNothing(z.boolean()),
  'format-specific': orNothing(
    z.object({ data: orNothing(z.object({ 'data-file': orNothing(text(10_000)) })) }),
  ),
});

/** How long qemu-img may take, in milliseconds, and how much it may say. */
const bounds = { timeout: 30_000, limit: 256 * 1_024 } as const;

/** The size of the disk in an image; refuses one that needs other files, because those could be any file of this machine. */
async function sizeOf(path: string, format: ImageFormat, img: string): Promise<number> {
  const words = ['info', '-U', '-f', format, '--output=json', path];
  const { code, stdout, stderr } = await run(img, words, bounds);
  if (code !== 0) throw unreadable(path, lastLine(stderr));
  const info = readInfo(stdout);
  if (info === undefined) throw unreadable(path, 'qemu-img info');
  if (info.needed !== undefined)
    throw new Failure(vmImageNeedsFile({ file: path, needed: info.needed }));
  return info.size;
}

/** Reads the answer of `qemu-img info`; undefined where it has another form. */
export function readInfo(
  told: string,
): { readonly size: number; readonly needed?: string } | undefined {
  const read = form.safeParse(jsonOr(told));
  if (!read.success) return undefined;
  const info = read.data;
  const other = info['backing-filename'] ?? info['format-specific']?.data?.['data-file'];
  const needed = other ?? (info.encrypted ? 'passphrase' : undefined);
  return { size: info['virtual-size'], ...(needed === undefined ? {} : { needed }) };
}

function jsonOr(told: string): unknown {
  try {
    return parseJson(told);
  } catch {
    return undefined;
  }
}

function unreadable(file: string, said: string): Failure {
  return new Failure(vmImageUnreadable({ file, said }));
}
