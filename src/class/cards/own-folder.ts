import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure } from '../../core/failure';
import { makePrivate, makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { folderInWay } from '../../core/problems/conflicts';

/** Says which files of the folder are ours, and whose they are. */
const note = '.dkkb.json';
/** Keeps the folder out of a Git repository around it. */
const ignore = '.gitignore';

interface Note {
  readonly owner: string;
  readonly files: readonly string[];
}

/**
 * Prepares a folder for new files: deletes those that an earlier run made for the same owner, and lets
 * only this user look into it. Throws `folder-in-way` where anything else is in it.
 */
export async function takeFolder(
  folder: string,
  owner: string,
  files: readonly string[],
): Promise<void> {
  await makePrivateFolder(folder);
  const there = await readdir(folder);
  const known = await readNote(folder);
  const earlier = known?.owner === owner ? [...known.files, note, ignore] : [];
  const strange = there.filter((name) => !earlier.some((file) => isOf(file, name)));
  if (strange.length > 0)
    throw new Failure(folderInWay({ folder, files: strange.sort().slice(0, 5).join(', ') }));
  const left = there.filter((name) => name !== note && name !== ignore);
  await Promise.all(left.map((name) => rm(join(folder, name))));
  await makePrivate(folder);
  await writePrivate(join(folder, ignore), '*\n');
  await writePrivate(join(folder, note), `${JSON.stringify({ owner, files } satisfies Note)}\n`);
}

/** Whether a name is that of a file, or of the temporary file that a killed run left of it. */
function isOf(file: string, name: string): boolean {
  return (
    name === file || (name.startsWith(`${file}.`) && /^\d+$/.test(name.slice(file.length + 1)))
  );
}

async function readNote(folder: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, note), 'utf8')) as Note;
  } catch {
    return undefined;
  }
}
