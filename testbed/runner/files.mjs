import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export const repository = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** Whether a test file needs real components. */
export const isEndToEnd = (path) => path.endsWith('.e2e.test.ts');

/**
 * Reads the marks in a test file's comments: `@circle all` keeps it out of `npm test`, `@needs PART…` names
 * the parts of the test bed, `@minutes N` is its duration while that is not measured yet.
 */
export function describeFile(path, known = {}) {
  const name = relative(repository, path);
  if (!isEndToEnd(path))
    return { path, name, circle: 'first', needs: [], seconds: known[name] ?? 1 };
  const text = readFileSync(path, 'utf8');
  const [, circle] = /@circle (all)\b/.exec(text) ?? [];
  const [, needs = 'engine images'] = /@needs ([a-z ]*[a-z])/.exec(text) ?? [];
  const [, minutes = '0.5'] = /@minutes (\d+)/.exec(text) ?? [];
  return {
    path,
    name,
    circle: circle ?? 'first',
    needs: needs.split(' '),
    seconds: known[name] ?? Number(minutes) * 60,
  };
}

/**
 * The order in which files start: first those that can begin now, the longest first; then those whose parts
 * are still missing. A file that takes a third of the whole run starts first in any case, and waits.
 */
export function inOrder(files, missing, workers) {
  const whole = files.reduce((sum, { seconds }) => sum + seconds, 0) / workers;
  const rank = ({ needs, seconds }) =>
    Math.max(0, ...needs.map((part) => missing.indexOf(part) + 1)) * (seconds * 3 > whole ? 0 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b) || b.seconds - a.seconds);
}

/** The files in an order that looks random, and is the same for the same seed. */
export function shuffled(files, seed) {
  const rank = ({ name }) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  return [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
