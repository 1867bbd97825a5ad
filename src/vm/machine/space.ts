import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem, platform, totalmem } from 'node:os';
import { dirname } from 'node:path';

import { Failure } from '../../core/failure';
import { vmDiskShort, vmMemoryShort } from '../problems/needs';

const mebibyte = 2 ** 20;
const inMebibytes = (bytes: number) => String(Math.ceil(bytes / mebibyte));

/** Throws `vm-disk-short` unless the disk of a path has room for so many bytes. */
export async function spaceFor(path: string, bytes: number): Promise<void> {
  const folder = existing(dirname(path));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes) throw diskShort(folder, bytes, free);
}

/** How much is asked for where it is not known how much is missing, in bytes. */
const some = 2 ** 30;

/** The failure of a disk that became full while it was written to. */
export async function diskFull(path: string): Promise<Failure> {
  const folder = existing(dirname(path));
  const { bavail, bsize } = await statfs(folder);
  return diskShort(folder, bavail * bsize + some, bavail * bsize);
}

function diskShort(folder: string, bytes: number, free: number): Failure {
  const values = { folder, needed: inMebibytes(bytes), free: String(Math.floor(free / mebibyte)) };
  return new Failure(vmDiskShort(values));
}

function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

/** What the system itself needs beside the VM, in MiB. */
const rest = 256;

/** Throws `vm-memory-short` unless this machine has so many MiB for the VM. */
export function memoryFor(memory: number, has = usableMemory()): void {
  if (memory + rest > has)
    throw new Failure(vmMemoryShort({ memory: String(memory), has: String(has) }));
}

/** macOS counts what it keeps of files as used, so there the whole is taken. */
function usableMemory(): number {
  return Math.floor((platform() === 'darwin' ? totalmem() : freemem()) / mebibyte);
}

/** The memory of a new VM in MiB, by that of this machine. */
export function usualMemory(whole = totalmem() / mebibyte): number {
  return whole >= 7_500 ? 4_096 : 2_048;
}
