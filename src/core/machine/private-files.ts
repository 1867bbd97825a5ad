import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

import { pack } from 'tar-stream';
import writeFileAtomic from 'write-file-atomic';

import { closeFile, closeFolder } from './access-list';

const ownerOnly = 0o600;

/** Makes a folder that only its owner may look into, unless it is there. */
export async function makePrivateFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await closeFolder(made);
}

/** Lets only its owner look into a folder that is there. */
export async function makePrivate(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  await closeFolder(folder);
}

/** Makes an empty file that only its owner may read, unless it is there. Terraform keeps the mode of such a state. */
export async function makePrivateFile(path: string): Promise<void> {
  try {
    await writeFile(path, '', { mode: ownerOnly, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return;
  }
  await closeFile(path);
}

/** Writes a file that only its owner may read, as a whole or not at all. */
export async function writePrivate(path: string, content: string | Buffer): Promise<void> {
  await writeFileAtomic(path, content, { mode: ownerOnly });
  await closeFile(path);
}

/** Replaces a file with one that another program writes, once that is complete; only the owner may read it. */
export async function replaceBy(
  path: string,
  make: (next: string) => Promise<void>,
): Promise<void> {
  const next = `${path}.${process.pid}`;
  try {
    await make(next);
    await chmod(next, ownerOnly);
    await closeFile(next);
    await rename(next, path);
  } finally {
    await rm(next, { force: true });
  }
}

/** A gzipped tar archive of one folder with files that only their owner may read. */
export function archiveOf(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name: `${folder}/`, type: 'directory', mode: 0o700 });
  for (const [name, content] of Object.entries(files))
    archive.entry({ name: `${folder}/${name}`, mode: ownerOnly }, content);
  archive.finalize();
  return buffer(archive.pipe(createGzip()));
}
