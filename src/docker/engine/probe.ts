import { setTimeout as delay } from 'node:timers/promises';
import { unreadable } from '../../core/answers/answer';
import type { EngineApi } from './api';
import type { DockerClient } from './client';
import { Failure, lastLine } from '../../core/failure';
import { failureFrom } from './refusals';
import { askLonger, silent, type Ask, type HttpAnswer } from '../../core/answers/http';
import { containerTree, type Tree, type TreeLimits } from './tree';
import { commandFailed } from '../../core/problems/program';

/** The label of a container that a check makes for a moment. */
export const probeLabel = 'dkkb.probe';

const place = '/dkkb';

/** The files of a volume, seen through a container that is made of any image, never started, and removed again. */
export async function volumeTree(
  client: DockerClient,
  api: EngineApi,
  volume: string,
  image: string,
  limits: TreeLimits,
): Promise<Tree> {
  const mount = `type=volume,source=${volume},target=${place},volume-nocopy`;
  return withContainer(client, image, mount, async (container) => {
    const tree = await containerTree(api, container, place, limits);
    // The mounted folder always exists. If the engine does not find it, this is no empty volume.
    if (!tree)
      throw new Failure(
        commandFailed({
          command: `GET /containers/${container}/archive`,
          said: `no ${place}`,
        }),
      );
    return tree;
  });
}

/** Whether the engine finds a file of that name in a folder of its client's machine, seen through such a container. */
export async function engineSees(
  client: DockerClient,
  api: EngineApi,
  folder: string,
  file: string,
  image: string,
  limits: TreeLimits,
): Promise<boolean> {
  // The client reads the words of a mount as CSV.
  const source = `"source=${folder.replaceAll('"', '""')}"`;
  const mount = `type=bind,${source},target=${place},readonly`;
  try {
    return await withContainer(client, image, mount, async (container) => {
      const tree = await containerTree(api, container, `${place}/${file}`, limits);
      return tree !== undefined;
    });
  } catch (error) {
    const said = error instanceof Failure ? (error.values['said'] ?? '') : '';
    if (/bind source path does not exist/i.test(said)) return false;
    throw error;
  }
}

/** Keeps a container with a mount while `work` runs; it is never started. */
async function withContainer<T>(
  client: DockerClient,
  image: string,
  mount: string,
  work: (container: string) => Promise<T>,
): Promise<T> {
  const made = ['create', '--pull', 'never', '--label', probeLabel, '--mount', mount];
  // With a command, because an image that holds only data has none.
  const container = containerId(await client.need([...made, '--', image, 'true']));
  try {
    return await work(container);
  } finally {
    await client.run(['rm', '--force', '--volumes', '--', container]);
  }
}

function containerId(said: string): string {
  const id = said.trim();
  if (/^[0-9a-f]{64}$/.test(id)) return id;
  throw unreadable('docker create', id);
}

/** How long, in milliseconds, a server may take until it listens, and until it answers once it does. */
const startingTime = { refusing: 20_000, silent: 120_000 };

/** What a container of an image answers on a port: started on a free port of this machine, asked, and removed again. */
export async function askImage(
  client: DockerClient,
  image: string,
  port: number,
  host: string,
  ask: Ask,
): Promise<HttpAnswer> {
  const label = ['--label', probeLabel];
  const args = [
    'run',
    '--detach',
    '--pull',
    'never',
    ...label,
    '--publish',
    String(port),
    '--',
    image,
  ];
  const { code, stdout, stderr } = await client.run(args);
  const container = stdout.trim() === '' ? '' : containerId(stdout);
  try {
    // Exit codes from 126 on come from the image's own command, lower ones from the engine.
    const failure = failureFrom(stderr, { command: `docker run ${image}` });
    if (code !== 0 && code < 126 && failure.code !== 'command-failed') throw failure;
    if (code !== 0) return { error: lastLine(stderr) };
    return await firstAnswer(client, container, port, host, ask);
  } finally {
    if (container) await client.run(['rm', '--force', '--volumes', '--', container]);
  }
}

async function firstAnswer(
  client: DockerClient,
  container: string,
  port: number,
  host: string,
  ask: Ask,
): Promise<HttpAnswer> {
  const begin = Date.now();
  const asked = askLonger(ask);
  for (let pause = 50; ; pause = Math.min(1_000, pause * 1.2)) {
    const published = await publishedPort(client, container, port);
    if (!published) return { error: 'exited' };
    const answer = await asked(`http://${host}:${published}/`);
    if (!('error' in answer)) return answer;
    const limit = answer.error === silent ? startingTime.silent : startingTime.refusing;
    if (Date.now() - begin > limit) return answer;
    await delay(pause);
  }
}

/** The port of this machine that leads to a container's; undefined when the container has ended, because the engine then forgets its ports. */
async function publishedPort(
  client: DockerClient,
  container: string,
  port: number,
): Promise<string | undefined> {
  const { code, stdout, stderr } = await client.run(['port', '--', container, `${port}/tcp`]);
  const failure = failureFrom(stderr);
  if (code !== 0 && failure.code !== 'command-failed') throw failure;
  return code === 0 ? /:(\d+)\s*$/m.exec(stdout)?.[1] : undefined;
}
