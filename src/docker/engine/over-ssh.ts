import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answerLimit } from '../../core/answers/answer';
import type { EngineElsewhere } from './chosen-engine';
import { contents, type Contents } from './contents';
import { Failure, lastLine } from '../../core/failure';
import type { Files } from '../../core/machine/files';
import {
  askLonger,
  askOnceThrough,
  following,
  type Ask,
  type AskOnce,
} from '../../core/answers/http';
import { askImage } from './probe';
import type { Run } from '../../core/machine/process';
import { answerTime } from '../../core/answers/question';
import { Registries } from './registry';
import { remoteFiles } from '../../core/ssh/remote-files';
import type { SshConnection } from '../../core/ssh/ssh';
import { archiveTree } from './tree';
import { remoteShellNoisy, remoteEngineSilent } from '../../core/problems/remote';

const engineSocket = '/var/run/docker.sock';

/** What a question may take and bring. */
const limits = { timeout: answerTime, limit: answerLimit.output };

/** A machine that is reached by SSH: what checks ask of it, as they ask this one. */
export interface RemoteMachine {
  /** The folder in which its user begins. */
  readonly home: string;
  readonly files: Files;
  readonly contents: Contents;
  readonly ask: Ask;
  readonly run: Run;
}

/** What is asked of a machine through its SSH connection. */
export async function openRemote(connection: SshConnection): Promise<RemoteMachine> {
  const [home = ''] = (await connection.need('pwd', [], limits)).split('\n');
  if (!/^\/[^\p{C}]{0,4000}$/u.test(home)) throw new Failure(remoteShellNoisy({ said: home }));
  const files = remoteFiles(connection);
  const once = askOnceThrough((port, host) => connection.socketTo(`${host}:${port}`));
  const ask = askLonger(following(once));
  return {
    home,
    files,
    ask,
    contents: remoteContents(files, once, ask),
    run: (program, args, options) => connection.run(program, args, { ...limits, ...options }),
  };
}

/** The engine of the other machine, asked through a socket of this one and by the client there; throws `remote-engine-silent` with what it said where none answers. */
export async function engineOf(connection: SshConnection): Promise<EngineElsewhere> {
  const { code, stderr } = await connection
    .run('docker', ['version'], limits)
    .catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'program-not-answering') throw error;
      throw new Failure(
        remoteEngineSilent({
          said: `no answer within ${answerTime / 1000} s`,
        }),
      );
    });
  if (code !== 0)
    throw new Failure(remoteEngineSilent({ said: lastLine(stderr) || `exit code ${code}` }));
  return {
    endpoint: `unix://${await connection.socketTo(engineSocket)}`,
    run: (program, args, { env = {}, ...options } = {}) => {
      const variables = Object.entries(env).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${value}`],
      );
      const words = variables.length > 0 ? [...variables, program, ...args] : args;
      const first = variables.length > 0 ? 'env' : program;
      return connection.run(first, words, { limit: answerLimit.output, ...options });
    },
    command: (program, args) => connection.command(program, args),
    env: connection.env,
  };
}

function remoteContents(files: Files, once: AskOnce, ask: Ask): Contents {
  const registries = new Registries(once);
  return {
    ...contents,
    ofArchive: (path) => archiveThere(files, path),
    servedBy: (image, port, host) => askImage(image, port, host, ask),
    ofRegistry: (registry) => registries.catalogueOf(registry),
    ofRepository: (registry, repository) => registries.imagesOf(registry, repository),
  };
}

/** How many bytes of a backup are read: what an exercise's volume holds takes a few hundred. */
const archiveLimit = 8 * 2 ** 20;

async function archiveThere(files: Files, path: string): ReturnType<Contents['ofArchive']> {
  const folder = await mkdtemp(join(tmpdir(), 'dkkb-archive-'));
  try {
    const copy = join(folder, 'archive');
    await writeFile(copy, await files.bytes(path, archiveLimit));
    return await archiveTree(copy);
  } finally {
    await rm(folder, { recursive: true });
  }
}
