import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { execa } from 'execa';
import { answerLimit, tooLarge, unreadable } from '../../core/answers/answer';
import type { DockerClient } from './client';
import { traceChild } from '../../core/debug';
import { Failure, shown } from '../../core/failure';
import { failureFrom } from './refusals';
import { leaveWhatIsEnded, notAnswering } from '../../core/machine/process';
import { answerTime } from '../../core/answers/question';
import { LongName, readTar, TooMuch, type Tree } from '../../core/answers/tar';
import { commandFailed } from '../../core/problems/program';

export type { Tree };

/** How much is read of an archive, of which nothing is kept. */
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
  client: DockerClient,
  container: string,
  path: string,
  limits: TreeLimits,
): Promise<Tree | undefined> {
  const words = ['cp', `${container}:${path}`, '-'];
  const [program, args] = client.command(words);
  const child = execa(program, args, {
    env: client.env,
    reject: false,
    stdin: 'ignore',
    buffer: { stdout: false, stderr: true },
    maxBuffer: answerLimit.output,
  });
  traceChild([program, ...args], child);
  leaveWhatIsEnded(child);
  const command = shown('docker', words);
  let isSilent = false;
  const giveUp = () => {
    isSilent = true;
    child.kill();
  };
  const silence = setTimeout(giveUp, answerTime);
  const end = setTimeout(giveUp, limits.time);
  // A large volume takes its time; only an engine that sends nothing more is silent.
  child.stdout.on('data', () => silence.refresh());
  const read = await readTar(child.stdout, [], limits.bytes).catch((error: Error) => {
    child.kill();
    return error;
  });
  const { exitCode, signal, stderr } = await child;
  clearTimeout(silence);
  clearTimeout(end);
  if (isSilent) throw notAnswering('docker', command, answerTime);
  if (read instanceof TooMuch) throw tooLarge(command, limits.bytes);
  if (read instanceof LongName) throw unreadable(command, read.message);
  if (exitCode === 0) {
    // Half an archive is no answer: what it lacks would be told as missing.
    if (read instanceof Error) throw new Failure(commandFailed({ command, said: read.message }));
    return withoutFirstFolder(read);
  }
  if (/could not find the file|no such file/i.test(stderr)) return undefined;
  throw failureFrom(stderr || `ended by ${signal ?? 'nobody knows what'}`, { command });
}

// The engine puts the path's last part before everything; of a file it is the name itself.
function withoutFirstFolder(tree: Tree): Tree {
  return new Map([...tree].map(([path, content]) => [path.replace(/^[^/]*\//, ''), content]));
}
