import { rename, rm } from 'node:fs/promises';

import { Failure, lastLine } from '../../core/failure';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';
import type { Image } from '../image/inspect';
import { vmFile } from '../place';
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

async function need(img: string, words: readonly string[], path: string): Promise<void> {
  const { code, stderr } = await run(img, words, { timeout: patience, limit: 256 * 1_024 });
  if (code === 0) return;
  if (/no space left/i.test(stderr)) throw await diskFull(path);
  const command = `qemu-img ${words[0] ?? ''}`;
  throw new Failure(commandFailed({ command, said: lastLine(stderr) }));
}
