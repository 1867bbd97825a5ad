import type { Change, Ground } from '../change';
import { dashes, depths, levels } from './depth';
import { items } from './items';
import { everywhere } from './everywhere';
import { missingLevels } from './missing-levels';
import { otherLetters, tabs } from './letters';
import { pasted, separators, twins, wrapped } from './lines';
import { names } from './names';
import { portPairs, punctuation, quotes } from './punctuation';

/** What is most likely, and changes a line alone, comes first. */
const makers = [
  otherLetters,
  tabs,
  names,
  pasted,
  punctuation,
  quotes,
  portPairs,
  items,
  wrapped,
  separators,
  twins,
  depths,
  dashes,
  levels,
  missingLevels,
];

/** Every change of some lines, or of what hangs on them, that undoes a mistake of readers: one list for each kind of them. */
export function* candidatesAt(ground: Ground, lines: readonly number[]): Iterable<Change[]> {
  for (const make of makers) yield lines.flatMap((at) => make(ground, at));
}

/** Every change that undoes one mistake in all lines that have it. */
export function candidatesForAll(ground: Ground): Change[] {
  return everywhere(ground);
}
