import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Engine } from './engine';
import { need } from '../programs/process';
import type { Reader } from '../labs/reader';

/** What holds a process still, so that whoever asks it gets no answer, and what lets it go on. */
export type Signal = 'STOP' | 'CONT';

/** Holds the server in a container still, or lets it go on: connections are taken, and nothing is answered. The engine knows nothing of it. */
export async function signalServer(
  engine: Engine,
  container: string,
  signal: Signal,
): Promise<void> {
  const listed = await engine.docker('top', container, '-o', 'pid');
  await send(engine, signal, listed.split('\n').slice(1));
}

/** Holds the engine itself still, or lets it go on. */
export async function signalDaemon(engine: Engine, signal: Signal): Promise<void> {
  await send(engine, signal, [await readFile(join(folderOf(engine), 'dockerd.pid'), 'utf8')]);
  if (signal === 'STOP') return;
  // What entered the namespaces for it has stopped with it, and goes on by nobody else's doing.
  const [launcher = ''] = (await readFile(join(folderOf(engine), 'dockerd'), 'utf8')).split(' ');
  await need('pkill', ['-CONT', '-P', launcher]);
}

/** What is told while something is silent. The lab has to pass once it answers again. */
export async function whileSilent(
  { check }: Reader,
  id: string,
  send: (signal: Signal) => Promise<void>,
): Promise<{ code: number; problems: string[] }> {
  await send('STOP');
  const { code, problems } = await check(id).finally(() => send('CONT'));
  expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  // Each subject of a lab may tell the same.
  return { code, problems: [...new Set(problems.map((problem) => problem.code))] };
}

// The processes are numbered as the engine's own namespace numbers them.
async function send(engine: Engine, signal: Signal, pids: readonly string[]): Promise<void> {
  const [hold] = (await readFile(join(folderOf(engine), 'hold'), 'utf8')).split(' ');
  const within = `--pid=/proc/${hold ?? ''}/ns/pid_for_children`;
  await need('nsenter', [within, 'kill', `-${signal}`, ...pids.map((pid) => pid.trim())]);
}

function folderOf({ home }: Engine): string {
  return dirname(home);
}
