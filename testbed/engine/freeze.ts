import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Engine } from './engine';
import { need } from '../programs/process';
import type { Reader } from '../labs/reader';

/** STOP freezes a process, so that it does not answer; CONT lets it continue. */
export type Signal = 'STOP' | 'CONT';

/** Freezes the server in a container, or lets it continue. The kernel still accepts connections, but no answer comes; the engine notices nothing. */
export async function signalServer(
  engine: Engine,
  container: string,
  signal: Signal,
): Promise<void> {
  const listed = await engine.docker('top', container, '-o', 'pid');
  await send(engine, signal, listed.split('\n').slice(1));
}

/** Freezes the engine itself, or lets it continue. */
export async function signalDaemon(engine: Engine, signal: Signal): Promise<void> {
  await send(engine, signal, [await readFile(join(folderOf(engine), 'dockerd.pid'), 'utf8')]);
  if (signal === 'STOP') return;
  // The program that entered the namespaces for the engine has stopped too, and needs its own signal.
  const [launcher = ''] = (await readFile(join(folderOf(engine), 'dockerd'), 'utf8')).split(' ');
  await need('pkill', ['-CONT', '-P', launcher]);
}

/** The result of a check while a program is frozen. The lab has to pass once the program continues. */
export async function whileSilent(
  { check }: Reader,
  id: string,
  send: (signal: Signal) => Promise<void>,
): Promise<{ code: number; problems: string[] }> {
  await send('STOP');
  const { code, problems } = await check(id).finally(() => send('CONT'));
  expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  // Several items of a lab may report the same problem.
  return { code, problems: [...new Set(problems.map((problem) => problem.code))] };
}

// The process ids are those of the engine's own namespace.
async function send(engine: Engine, signal: Signal, pids: readonly string[]): Promise<void> {
  const [hold] = (await readFile(join(folderOf(engine), 'hold'), 'utf8')).split(' ');
  const within = `--pid=/proc/${hold ?? ''}/ns/pid_for_children`;
  await need('nsenter', [within, 'kill', `-${signal}`, ...pids.map((pid) => pid.trim())]);
}

function folderOf({ home }: Engine): string {
  return dirname(home);
}
