import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { Engine } from '../engine/engine';
import { Output } from './output';

/** A running `dkkb watch`: its output, and its exit code once it has ended. */
export interface Watch {
  readonly child: ChildProcess;
  readonly output: Output;
  readonly code: Promise<number | null>;
}

const started: ChildProcess[] = [];

/** Starts `dkkb watch` on an engine. */
export function startWatch(engine: Engine, ...args: string[]): Watch {
  const child = engine.spawnDkkb(['watch', ...args, '--lang', 'en']);
  started.push(child);
  const code = once(child, 'close').then(([exitCode]) => exitCode as number | null);
  return { child, code, output: new Output(child) };
}

/** Ends all watches that still run. */
export function endWatches(): void {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
}
