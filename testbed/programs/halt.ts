import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Engine } from '../engine/engine';
import { Output } from './output';
import { finish } from './process';
import { until } from './until';
import { repository } from './paths';

/** The environment in which `dkkb` stops right after it prints a word on standard error. */
export function haltingAt(word: RegExp): Readonly<Record<string, string>> {
  const hook = pathToFileURL(join(repository, 'testbed', 'programs', 'halt-at.mjs')).href;
  return { NODE_OPTIONS: `--import=${hook}`, HALT_AT: word.source };
}

/**
 * Waits for that word, then sends a signal to the program, or with `group` to its whole process group, as a terminal
 * does. Without the stop, the program could end before the signal.
 */
export async function signalAt(
  word: RegExp,
  child: ChildProcess,
  signal: NodeJS.Signals,
  { group = false } = {},
): Promise<void> {
  await new Output(child).next(word);
  const { pid } = child;
  if (pid === undefined) throw new Error('the program was not started');
  // When the word is read, the program may not have stopped yet, and SIGCONT must not come before the stop.
  await until(
    () => stateOf(pid),
    (state) => state === 'T',
  );
  process.kill(group ? -pid : pid, signal);
  if (signal !== 'SIGKILL') child.kill('SIGCONT');
}

/** The state of a process in one letter, as the kernel gives it. */
async function stateOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  return /\) (\w)/.exec(stat)?.[1];
}

/** Starts `dkkb` and, when it prints a word, ends it with its whole group, as a terminal does; returns its exit code. */
export async function interrupt(
  engine: Engine,
  line: string,
  at: RegExp,
  signal: NodeJS.Signals,
): Promise<number> {
  const words = [...line.split(' '), '--lang', 'en'];
  const child = engine.spawnDkkb(words, { detached: true, env: haltingAt(at) });
  const ended = finish(child);
  await signalAt(at, child, signal, { group: true });
  return (await ended).code;
}
