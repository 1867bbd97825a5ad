import { homedir } from 'node:os';
import path, { posix } from 'node:path';
import { distance } from 'fastest-levenshtein';

import type { MachineContext } from '../check';
import { files as ownFiles } from '../machine/files';
import { inFolder } from '../machine/in-folder';
import type { Place } from '../problems/file-place';
import { addedEnding } from './similar-name';

type Reading = Pick<MachineContext, 'dir' | 'files'>;

/** How many folders of the reader's folder are looked into. */
const mostFolders = 12;

/** Where a file is that is missing in its place: in a folder near it, or where editors and browsers save; nothing is read but names. */
export async function placeOf(
  { dir, files }: Reading,
  file: string,
  names: readonly string[] = [posix.basename(file)],
): Promise<Place> {
  const folder = posix.dirname(file);
  const own = folder === '.' ? '' : folder;
  const folders = await foldersIn({ dir, files });
  const inDir = await fileIn({ dir, files }, '', names);
  const isInside = own !== '' && path.basename(dir) === own && inDir !== '';
  if (isInside) return { inside: own };
  const needs = own === '' || folders.includes(own) ? '' : own;
  const misspelt = needs && similarFolder(folders, own);
  if (misspelt && (await fileIn({ dir, files }, misspelt, names))) return { needs, misspelt };
  for (const under of own === '' ? [] : [...folders.slice(0, mostFolders), '..'])
    if (under !== own && (await fileIn({ dir, files }, posix.join(under, own), names)))
      return { needs, under };
  const near = [
    '',
    ...(own ? [posix.join(own, own)] : []),
    ...folders.slice(0, mostFolders),
    '..',
  ].filter((name) => name !== own);
  const others = files === ownFiles ? savedIn() : [];
  for (const at of [...near, ...others]) {
    const elsewhere = await fileIn({ dir, files }, at, names);
    if (elsewhere) return { needs, elsewhere };
  }
  return { needs };
}

/** Where the folder of an exercise is that is missing in the reader's folder. */
export async function placeOfFolder({ dir, files }: Reading, folder: string): Promise<Place> {
  if (path.basename(dir) === folder) return { inside: folder };
  const folders = await foldersIn({ dir, files });
  const misspelt = similarFolder(folders, folder);
  if (misspelt) return { needs: folder, misspelt };
  for (const under of [...folders.slice(0, mostFolders), '..'])
    if ((await files.kind(inFolder(dir, under, folder))) === 'folder')
      return { needs: folder, under };
  return { needs: folder };
}

async function foldersIn({ dir, files }: Reading): Promise<string[]> {
  return (await files.folders(dir)).filter((name) => !name.startsWith('.'));
}

/** The folder of nearly that name; empty where there is none. */
const similarFolder = (folders: readonly string[], wanted: string) =>
  folders.find((name) => name !== wanted && isSlip(name, wanted)) ?? '';

/** A file of one of those names in a folder, also where an ending was added; empty where there is none. */
async function fileIn(
  { dir, files }: Reading,
  folder: string,
  names: readonly string[],
): Promise<string> {
  const at = path.isAbsolute(folder) ? folder : inFolder(dir, folder);
  // Some folders, such as those of other people, cannot be read.
  const there = await files.names(at).catch(() => []);
  const found = there.find((name) => names.some((wanted) => isIt(name, wanted)));
  if (found === undefined) return '';
  // Within the reader's folder, paths have the same form on every system.
  return path.isAbsolute(folder) ? inFolder(folder, found) : posix.join(folder, found);
}

function isIt(name: string, wanted: string): boolean {
  const ending = addedEnding(name, wanted);
  return name === wanted || (ending !== '' && name === `${wanted}${ending}`);
}

/** Whether a folder has nearly the wanted name. */
function isSlip(name: string, wanted: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]/g, '');
  return distance(plain(name), plain(wanted)) <= (wanted.length > 4 ? 2 : 1);
}

/** The folders of this computer in which editors and browsers save. A Mac asks its user before a program may look into them. */
function savedIn(): string[] {
  const home = homedir();
  if (process.platform === 'darwin') return [home];
  const names = ['Desktop', '바탕화면', '바탕 화면', 'Documents', '문서', 'Downloads', '다운로드'];
  const cloud = names.slice(0, 5).map((name) => path.join('OneDrive', name));
  return [
    home,
    ...[...names, ...(process.platform === 'win32' ? cloud : [])].map((name) =>
      path.join(home, name),
    ),
  ];
}
