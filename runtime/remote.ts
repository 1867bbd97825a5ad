import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { contents, type Contents } from './contents';
import { Failure, lastLine } from './failure';
import type { Files } from './files';
import { askLonger, askThrough, type Ask } from './http';
import { freePort } from './ports';
import { askImage } from './probe';
import { within, type Run } from './process';
import { answerTime } from './question';
import { remoteFiles } from './remote-files';
import type { SshConnection } from './ssh';
import { archiveTree } from './tree';

const engineSocket = '/var/run/docker.sock';

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
  const home = await connection.need('pwd', [], { timeout: answerTime });
  const files = remoteFiles(connection);
  const ask = askLonger(askThrough((port, host) => connection.socketTo(`${host}:${port}`)));
  return {
    home: home.split('\n')[0] || '/',
    files,
    ask,
    contents: remoteContents(connection, files, ask),
    run: within(answerTime, (program, args, options) => connection.run(program, args, options)),
  };
}

/** A socket of this machine that leads to the engine of the other one; throws `remote-engine-silent` with what it said where none answers. */
export async function engineOf(connection: SshConnection): Promise<string> {
  const options = { timeout: answerTime };
  const { code, stderr } = await connection
    .run('docker', ['version'], options)
    .catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'program-not-answering') throw error;
      throw new Failure('remote-engine-silent', { said: `${answerTime / 1000} s` });
    });
  if (code === 0) return `unix://${await connection.socketTo(engineSocket)}`;
  throw new Failure('remote-engine-silent', { said: lastLine(stderr) });
}

function remoteContents(connection: SshConnection, files: Files, ask: Ask): Contents {
  const ports = new Map<string, Promise<string>>();
  const portFor = async (registry: string) => {
    const here = await freePort();
    await connection.portTo(Number(new URL(`http://${registry}`).port || 80), here);
    return `127.0.0.1:${here}`;
  };
  const reached = (registry: string) => {
    const known = ports.get(registry) ?? portFor(registry);
    ports.set(registry, known);
    return known;
  };
  return {
    ...contents,
    ofArchive: (path) => archiveThere(files, path),
    servedBy: (image, port, host) => askImage(image, port, host, ask),
    ofRegistry: async (registry) => contents.ofRegistry(await reached(registry)),
    async ofRepository(registry, repository) {
      const here = await reached(registry);
      const images = await contents.ofRepository(here, repository);
      return images.map(({ reference, missing }) => ({
        reference: reference.replace(here, registry),
        missing,
      }));
    },
  };
}

async function archiveThere(files: Files, path: string): ReturnType<Contents['ofArchive']> {
  const folder = await mkdtemp(join(tmpdir(), 'dkkb-archive-'));
  try {
    const copy = join(folder, 'archive');
    await writeFile(copy, await files.bytes(path));
    return await archiveTree(copy);
  } finally {
    await rm(folder, { recursive: true });
  }
}
