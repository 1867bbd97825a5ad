import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answerLimit } from '../../core/answers/answer';
import { answerTime } from '../../core/answers/question';
import { Failure, lastLine } from '../../core/failure';
import type { Files } from '../../core/machine/files';
import { remoteLimits, type RemoteMachine } from '../../core/ssh/remote-machine';
import type { SshConnection } from '../../core/ssh/ssh';
import { EngineApi } from './api';
import { DockerClient } from './client';
import { openContents } from './contents';
import { engineOf, versionOf, type Engine } from './engine';
import { archiveTree, type Tree } from './tree';
import { remoteEngineSilent } from '../../core/problems/other-machine';

const engineSocket = '/var/run/docker.sock';
const treeLimits = { bytes: 32 * 2 ** 20, time: answerTime * 2 };

/** Opens the engine of another machine, asked through a socket of this one and by the client there; throws `remote-engine-silent` with the client's words when no engine answers. */
export async function openEngineOver(
  connection: SshConnection,
  { outside, askOnce }: RemoteMachine,
): Promise<Engine> {
  await requireEngine(connection);
  const client = clientOf(connection);
  const host = 'localhost';
  const { ask, files } = outside;
  const ofArchive = (path: string) => archiveThere(files, path);
  const endpoint = `unix://${engineSocket}`;
  const dialer = ['env', `DOCKER_HOST=${endpoint}`, 'docker', 'system', 'dial-stdio'];
  const way = { request, options: await connection.wayToSocket(engineSocket, dialer) };
  const api = new EngineApi(way, {
    limit: answerLimit.output,
    silence: (question, seconds) =>
      new Failure(remoteEngineSilent({ said: `${question}: no answer within ${seconds} s` })),
    explain: async () => {
      await versionOf(client);
      await connection.mustBeOpen();
      await mustBeAtSocket(client);
    },
  });
  const contents = openContents({ api, client, host, ask, askOnce, ofArchive, limits: treeLimits });
  return engineOf(endpoint, { host, isLocal: false, api, client, contents });
}

async function requireEngine(connection: SshConnection): Promise<void> {
  const { code, stderr } = await connection
    .run('docker', ['version'], remoteLimits)
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
}

/** Throws where the client there uses another engine than the one that is asked. */
async function mustBeAtSocket(client: DockerClient): Promise<void> {
  const asked = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
  const { code, stdout } = await client.run(asked);
  const used = stdout.trim();
  if (code === 0 && used !== `unix://${engineSocket}`)
    throw new Failure(remoteEngineSilent({ said: `${engineSocket}: no engine. docker: ${used}` }));
}

/** The client of the other machine. */
function clientOf(connection: SshConnection): DockerClient {
  return new DockerClient((program, args, { env = {}, ...options } = {}) => {
    const variables = Object.entries(env).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${value}`],
    );
    const words = variables.length > 0 ? [...variables, program, ...args] : args;
    const first = variables.length > 0 ? 'env' : program;
    return connection.run(first, words, { limit: answerLimit.output, ...options });
  });
}

/** How many bytes of a backup are read: what an exercise's volume holds takes a few hundred. */
const archiveLimit = 8 * 2 ** 20;

async function archiveThere(files: Files, path: string): Promise<Tree | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'dkkb-archive-'));
  try {
    const copy = join(folder, 'archive');
    await writeFile(copy, await files.bytes(path, archiveLimit));
    return await archiveTree(copy, treeLimits);
  } finally {
    await rm(folder, { recursive: true });
  }
}
