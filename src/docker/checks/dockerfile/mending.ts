import { withEdits, type Problem } from '../../../core/problem';
import { groupsOf, stepsOf, type PlacedStep } from '../../../core/repair/edits';
import {
  dockerfileMistakes,
  dockerfileOther,
  type DockerfileMistake,
} from '../../problems/dockerfile';
import { dockerfileFaults } from './faults';
import type { DockerfileGoal } from './goal';
import { mended } from './mend';

/** A Dockerfile that is longer is not searched: those of the book have two lines. */
const longest = 4_000;

/** A problem for each mistake in a Dockerfile, with the change that undoes it, in the order of the lines; none where it makes the image of the goal. */
export function mistakesIn(file: string, text: string, goal: DockerfileGoal): Problem[] {
  const { base, page, target } = goal;
  const other = dockerfileOther({ file, base, page, target });
  if (text.length > longest) return dockerfileFaults(text, goal).length > 0 ? [other] : [];
  const { start, changes, faults } = mended(text, goal);
  if (faults.length > 0) return [other];
  return groupsOf(start, stepsOf(start, changes))
    .flatMap(({ steps, edits }) => {
      const inFile = edits.map((edit) => ({ file, ...edit }));
      // Of steps that change the same lines, the first has the edits of all.
      return steps.map((step, at) => ({ step, edits: at === 0 ? inFile : [] }));
    })
    .sort((one, two) => lineOf(one.step) - lineOf(two.step))
    .map(({ step, edits }) => withEdits(problemOf(file, step), edits));
}

type Step = PlacedStep<DockerfileMistake>;

const lineOf = ({ lines: [line = 1] }: Step): number => line;

function problemOf(file: string, step: Step): Problem {
  const { at, count, rows, mistake } = step.change;
  const [was = ''] = step.before.slice(at, at + count).map(({ text }) => text);
  const [is = ''] = rows.map(({ text }) => text);
  const isWhole = mistake === 'order' || rows.length !== count;
  const [found, wanted] = isWhole ? [mistake === 'order' ? is : was, is] : difference(was, is);
  const line = String(lineOf(step));
  return dockerfileMistakes[mistake]({ file, line, found: found.trim(), wanted: wanted.trim() });
}

/** The words in which two lines differ; the whole lines where one has only more of them. */
function difference(one: string, other: string): readonly [string, string] {
  const [a, b] = [one, other].map((line) => line.split(' '));
  if (!a || !b) return [one, other];
  const most = Math.min(a.length, b.length);
  const from = countWhile(most, (at) => a[at] === b[at]);
  const rest = countWhile(most - from, (at) => a.at(-1 - at) === b.at(-1 - at));
  const found = a.slice(from, a.length - rest).join(' ');
  const wanted = b.slice(from, b.length - rest).join(' ');
  return found === '' || wanted === '' ? [one, other] : [found, wanted];
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}
