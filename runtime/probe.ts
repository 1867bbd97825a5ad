import { setTimeout as delay } from 'node:timers/promises';
import { docker, dockerRaw } from './docker';
import { ask as askHere, type Ask, type HttpAnswer } from './http';
import { containerTree, type Tree } from './tree';

/** The label of a container that a check makes for a moment. */
export const probeLabel = 'dkkb.probe';

const place = '/dkkb';

/** The files of a volume, seen through a container that is made of any image, never started, and removed again. */
export async function volumeTree(volume: string, image: string): Promise<Tree> {
  const mount = `type=volume,source=${volume},target=${place},volume-nocopy`;
  // An image of nothing but data has no command of its own.
  const args = ['create', '--label', probeLabel, '--mount', mount, image, 'true'];
  const container = (await docker(args)).trim();
  try {
    return (await containerTree(container, place)) ?? new Map();
  } finally {
    await dockerRaw(['rm', '--force', '--volumes', container]);
  }
}

/** How long, in milliseconds, a server may take until it answers. */
const startingTime = 20_000;

/** What a container of an image answers on a port: started on a free port of this machine, asked, and removed again. */
export async function askImage(
  image: string,
  port: number,
  host: string,
  ask: Ask = askHere,
): Promise<HttpAnswer> {
  const args = ['run', '--detach', '--label', probeLabel, '--publish', String(port), image];
  const { code, stdout, stderr } = await dockerRaw(args);
  const container = stdout.trim();
  try {
    if (code !== 0) return { error: stderr.trim().split('\n').at(-1) ?? '' };
    return await firstAnswer(container, port, host, ask);
  } finally {
    if (container) await dockerRaw(['rm', '--force', '--volumes', container]);
  }
}

async function firstAnswer(
  container: string,
  port: number,
  host: string,
  ask: Ask,
): Promise<HttpAnswer> {
  const end = Date.now() + startingTime;
  let answer: HttpAnswer = { error: 'exited' };
  while (Date.now() < end) {
    const { code, stdout } = await dockerRaw(['port', container, `${port}/tcp`]);
    const published = /:(\d+)\s*$/m.exec(stdout)?.[1];
    // An engine forgets the port of a container that has ended.
    if (code !== 0 || !published) return { error: 'exited' };
    answer = await ask(`http://${host}:${published}/`);
    if (!('error' in answer)) return answer;
    await delay(50);
  }
  return answer;
}
