import { setTimeout as pause } from 'node:timers/promises';

import type { Engine } from './engine';

interface Answer {
  readonly status: number;
  readonly body: string;
}

// Milliseconds; enough for a machine that is ten times slower.
const patience = 600_000;

/** Asks again and again until there is a good answer; fails with the last one. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const found = await ask();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
    await pause(200);
  }
  throw new Error(`${what}: not within ${String(patience / 1000)} s`, { cause: last });
}

/** Waits until a page gives the wanted answer. */
export function awaitHttp(
  engine: Engine,
  url: string,
  wanted: (answer: Answer) => boolean = () => true,
): Promise<Answer> {
  return until(`GET ${url}`, async () => {
    const answer = await engine.fetch(url);
    return wanted(answer) ? answer : undefined;
  });
}

/** Waits until a database accepts a login over the network; fails when its container ended. */
export async function awaitLogin(
  engine: Engine,
  container: string,
  client: string,
  login: readonly string[],
): Promise<void> {
  const select = [client, '-h127.0.0.1', ...login, '-e', 'SELECT 1'];
  const ended = await until(`login to ${container}`, async () => {
    if ((await engine.exec('docker', ['exec', container, ...select])).code === 0) return false;
    const state = await engine.docker('inspect', '-f', '{{.State.Running}}', container);
    return state === 'false' ? true : undefined;
  });
  if (ended) throw new Error((await engine.exec('docker', ['logs', container])).stderr);
}

/** Waits until a container ends by itself, and returns its exit code. */
export async function awaitExit(engine: Engine, container: string): Promise<number> {
  return Number(await engine.docker('wait', container));
}
