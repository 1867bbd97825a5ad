import { spawn, type SpawnOptions } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { finish, run } from '../testbed/programs/process';

const interval = 100;

/** Runs a program that has to succeed; returns the most memory, in MB, that it and its child processes used at once. */
export async function peakOf(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number> {
  // All its processes are found by their own session.
  const child = spawn(program, args, { ...options, detached: true });
  let ended = false;
  const finished = finish(child).finally(() => (ended = true));
  let peak = 0;
  while (!ended) {
    const { stdout } = await run('ps', ['-o', 'rss=', '-s', String(child.pid)]);
    const held = stdout.trim().split(/\s+/).map(Number);
    peak = Math.max(peak, held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024);
    await delay(interval);
  }
  const { code, stderr } = await finished;
  if (code !== 0) throw new Error(`${program}: exit ${code}\n${stderr}`);
  return peak;
}
