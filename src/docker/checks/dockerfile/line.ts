import type { Change } from '../../../core/repair/change';
import { reworded, type Row } from '../../../core/repair/row';
import type { DockerfileMistake } from '../../problems/dockerfile';
import type { DockerfileGoal } from './goal';

/** A change of a Dockerfile that may undo a mistake. */
export type Candidate = Change<DockerfileMistake>;

/** Makes the changes that one line of a Dockerfile may need. */
export type Maker = (rows: readonly Row[], at: number, goal: DockerfileGoal) => Candidate[];

/** The change that gives a line other texts; none where a text is the same. */
export function rewordings(
  mistake: DockerfileMistake,
  row: Row | undefined,
  at: number,
  texts: readonly string[],
  cost = 1,
): Candidate[] {
  if (!row) return [];
  return [...new Set(texts)]
    .filter((text) => text !== row.text)
    .map((text) => ({ mistake, at, count: 1, rows: [reworded(row, text)], cost }));
}

/** What a line consists of: its indentation, its first word, and the rest with the space before it. */
export function partsOf(text: string) {
  const line = text.trimStart();
  const end = /[ \t]/.exec(line)?.index ?? line.length;
  const indent = text.slice(0, text.length - line.length);
  return { indent, name: line.slice(0, end), rest: line.slice(end) };
}

/** The words of a text. */
export const wordsIn = (text: string) => text.split(/[ \t]+/).filter(Boolean);
