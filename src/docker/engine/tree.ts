import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { tooLarge, unreadable } from '../../core/answers/answer';
import { Failure } from '../../core/failure';
import { LongName, readTar, TooMuch, type Tree } from '../../core/answers/tar';
import type { EngineApi } from './api';

export type { Tree };

/** How much of an archive is read. */
export interface TreeLimits {
  readonly bytes: number;
  /** Milliseconds until a container's files have to be there. */
  readonly time: number;
}

/** What a tar archive of this machine holds, gzipped or not; undefined when it is none. */
export async function archiveTree(path: string, { bytes }: TreeLimits): Promise<Tree | undefined> {
  const unpack = (await isGzip(path)) ? [createGunzip()] : [];
  return readTar(createReadStream(path), unpack, bytes).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof TooMuch) throw tooLarge(path, bytes);
    if (error.syscall) throw error;
    return undefined;
  });
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** The files under a path of a container, running or not, without the path itself; undefined when it has no such path. */
export async function containerTree(
  api: EngineApi,
  container: string,
  path: string,
  { bytes, time }: TreeLimits,
): Promise<Tree | undefined> {
  const url = `/containers/${container}/archive?path=${encodeURIComponent(path)}`;
  const question = `GET ${url}`;
  try {
    const tree = await api.stream(url, time, (answer) =>
      readTar(answer, [], bytes).catch((error: unknown) => {
        if (error instanceof TooMuch) throw tooLarge(question, bytes);
        if (error instanceof LongName) throw unreadable(question, error.message);
        // Half an archive is a failure: the files of the other half would be reported as missing.
        throw error;
      }),
    );
    return withoutFirstFolder(tree);
  } catch (error) {
    const said = error instanceof Failure ? (error.values['said'] ?? '') : '';
    if (/could not find the file|no such file/i.test(said)) return undefined;
    throw error;
  }
}

// The engine puts the last part of the path before every name. For a file, it is the whole name.
function withoutFirstFolder(tree: Tree): Tree {
  return new Map([...tree].map(([path, content]) => [path.replace(/^[^/]*\//, ''), content]));
}
