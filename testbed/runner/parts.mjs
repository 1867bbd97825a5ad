import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from './files.mjs';

const script = join(repository, 'testbed', 'prepare.sh');

/** The parts of the test bed that this machine lacks, of those that are named, in the order in which they are made. */
export function missingParts(names) {
  if (names.length === 0) return [];
  return execFileSync(script, ['--missing', ...names], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

/** How many parts are made at once: some wait for the network and the disk, others for the processors. */
const makers = 2;

/**
 * Makes parts in the background, `engine` before all others. The waiting tests look for a file `PART.made` or
 * `PART.failed` in the folder; `onEnd` gets the part, whether it was made, and the seconds.
 */
export function makeParts(names, folder, { onStart, onEnd, onText }) {
  mkdirSync(folder, { recursive: true });
  const waiting = [...names];
  const running = new Set();
  const makeOne = async (name) => {
    const start = Date.now();
    onStart(name);
    const { made, text } = await make(name, running);
    writeFileSync(join(folder, `${name}.${made ? 'made' : 'failed'}`), '');
    if (!made) onText(text.trimEnd());
    onEnd(name, made, (Date.now() - start) / 1000);
  };
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await makeOne(name);
  };
  const first = waiting[0] === 'engine' ? makeOne(waiting.shift()) : Promise.resolve();
  const done = first.then(() => Promise.all(Array.from({ length: makers }, work)));
  const stop = () => {
    waiting.length = 0;
    for (const child of running) process.kill(-child.pid, 'SIGTERM');
  };
  return { done, stop };
}

/** Makes one part in its own process group, so that all its processes end with it. */
function make(name, running) {
  const child = spawn(script, [name], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  running.add(child);
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return new Promise((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ made: code === 0, text });
    }),
  );
}
