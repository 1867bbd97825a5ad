import { createHash } from 'node:crypto';
import { rmSync, type Dirent } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { answerLimit, tooLarge } from '../answers/answer';
import { Failure } from '../failure';
import { fileNotRegular } from '../problems/answer';
import { fileFailure, onFile } from './file-failure';

/** What stands under a path of this machine. */
export type FileKind = 'missing' | 'file' | 'folder' | 'broken-link';

/** A file by its content; another machine's has no more than that. */
export interface FileContent {
  readonly print: string;
  readonly name?: string;
  /** The same as long as it is the same file with the same content, whatever its name. */
  readonly identity?: string;
  /** When it was last made, changed or renamed, in milliseconds since 1970. */
  readonly changedAt?: number;
}

/** The reader's files, by absolute path; what a check may ask of them. */
export interface Files {
  kind(path: string): Promise<FileKind>;
  exists(path: string): Promise<boolean>;
  /** The content as text; throws `file-not-regular` for a pipe or a device, as every other method that reads. */
  read(path: string): Promise<string>;
  /** The content as it is; at most so many bytes, else `answer-too-large`. At most a megabyte of another machine's file is read, whatever the limit. */
  bytes(path: string, limit?: number): Promise<Buffer>;
  /** The names of the regular files directly in a folder; none when there is no such folder. */
  names(folder: string): Promise<string[]>;
  /** The names of the folders directly in a folder; none when there is no such folder. */
  folders(folder: string): Promise<string[]>;
  /** The regular files directly in a folder by their content; files that cannot be read, or are longer than any of an exercise, are left out. */
  contents(folder: string): Promise<readonly FileContent[]>;
  /** Keeps a new file there while `work` runs, and removes it whatever happens. */
  withFile<T>(path: string, content: string, work: () => Promise<T>): Promise<T>;
}

async function kind(path: string): Promise<FileKind> {
  const found = await stat(path).catch(unlessMissing);
  if (found) return found.isDirectory() ? 'folder' : 'file';
  return (await lstat(path).catch(unlessMissing)) ? 'broken-link' : 'missing';
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  const failure = fileFailure(error);
  if (failure) throw failure;
  // A link that leads to itself is a broken one.
  if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code ?? '')) return undefined;
  throw error;
}

// Reading a path that is no regular file, such as a pipe, may never end.
async function bytes(path: string, limit = Infinity): Promise<Buffer> {
  const found = await onFile(() => stat(path));
  if (!found.isFile()) throw new Failure(fileNotRegular({ file: path }));
  if (found.size > limit) throw tooLarge(path, limit);
  return onFile(() => readFile(path));
}

/** This machine's own files. */
export const files: Files = {
  kind,
  exists: async (path) => (await kind(path)) !== 'missing',
  read: async (path) => (await bytes(path)).toString('utf8'),
  bytes,
  names: (folder) => namesIn(folder, (entry) => entry.isFile()),
  folders: (folder) => namesIn(folder, (entry) => entry.isDirectory()),
  async contents(folder) {
    const found: FileContent[] = [];
    for (const name of await files.names(folder)) {
      const content = await contentOf(join(folder, name));
      if (content) found.push({ name, ...content });
    }
    return found;
  },
  async withFile(path, content, work) {
    // Ctrl-C and an end from outside leave by `process.exit`, which waits for nothing.
    const removeNow = () => rmSync(path, { force: true });
    process.once('exit', removeNow);
    try {
      await writeFile(path, content, { flag: 'wx' });
      // Whatever the umask: a server of another user has to read it.
      await chmod(path, 0o644);
      return await work();
    } finally {
      process.removeListener('exit', removeNow);
      await rm(path, { force: true });
    }
  },
};

async function namesIn(folder: string, fits: (entry: Dirent) => boolean): Promise<string[]> {
  if ((await kind(folder)) !== 'folder') return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(fits)
    .map(({ name }) => name)
    .sort();
}

/** Undefined for a file that is too long, or that another program has locked, as Windows does in a user's folder. */
async function contentOf(path: string): Promise<FileContent | undefined> {
  try {
    const { size, ino, birthtimeNs, mtimeNs, ctimeNs, ctimeMs } = await stat(path, {
      bigint: true,
    });
    if (size > answerLimit.file) return undefined;
    const print = fingerprint(await bytes(path));
    // Some file systems do not know when a file was made, and use the number of a removed one again.
    const identity = [ino, birthtimeNs || ctimeNs, mtimeNs].join(':');
    return { print, identity, changedAt: Number(ctimeMs) };
  } catch {
    return undefined;
  }
}

/** A text that identifies a content: it differs for every other content. */
export function fingerprint(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes a file that is not there yet, with its folders; returns the folders that had to be made. */
export async function writeNew(path: string, content: string): Promise<string[]> {
  return onFile(async () => {
    const made = await missingFolders(dirname(path));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: 'wx', mode: 0o644 });
    return made;
  });
}

/** Writes a content under a name that no file has yet. */
export async function writeNewBytes(path: string, content: Buffer): Promise<void> {
  await onFile(() => writeFile(path, content, { flag: 'wx', mode: 0o644 }));
}

/** Those folders of a path that are not there, the outermost first. */
export async function missingFolders(folder: string): Promise<string[]> {
  if ((await kind(folder)) !== 'missing') return [];
  return [...(await missingFolders(dirname(folder))), folder];
}

/** Removes a file; one that is gone already is no error. */
export async function removeFile(path: string): Promise<void> {
  await onFile(() => rm(path, { force: true }));
}

/** Removes a folder unless something is in it. */
export async function removeEmptyFolder(path: string): Promise<void> {
  await rmdir(path).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOTEMPTY', 'ENOENT', 'EEXIST'].includes(error.code ?? ''))
      throw fileFailure(error) ?? error;
  });
}
