import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Output } from './output';

/** The environment in which `dkkb` stops right behind a word that it prints on standard error. */
export function haltingAt(word: RegExp): Readonly<Record<string, string>> {
  const hook = pathToFileURL(join(__dirname, 'halt-at.mjs')).href;
  return { NODE_OPTIONS: `--import=${hook}`, HALT_AT: word.source };
}

/**
 * Waits for that word, then sends a signal: to the program, or with `group` to all of its process group, as a terminal
 * does. Without the stop, the program could have ended before the signal.
 */
export async function signalAt(
  word: RegExp,
  child: ChildProcess,
  signal: NodeJS.Signals,
  { group = false } = {},
): Promise<void> {
  await new Output(child).next(word);
  if (child.pid === undefined) throw new Error('the program was not started');
  process.kill(group ? -child.pid : child.pid, signal);
  if (signal !== 'SIGKILL') child.kill('SIGCONT');
}
