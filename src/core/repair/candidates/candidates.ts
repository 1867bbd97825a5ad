import type { Change, Ground } from '../change';
import { dashes, depths, levels } from './depth';
import { beginsAsJson } from '../json';
import { textOfRows } from '../row';
import { items } from './items';
import { everywhere } from './everywhere';
import { missingLevels } from './missing-levels';
import { joined } from './joined';
import { commas } from './json';
import { keyboard, otherLetters, tabs } from './letters';
import { pageLines, pasted, separators, twins, wrapped } from './lines';
import { names } from './names';
import { portPairs, punctuation, quotes } from './punctuation';

/** What is most likely, and changes a line alone, comes first. */
const makers = [
  otherLetters,
  keyboard,
  tabs,
  joined,
  names,
  pasted,
  pageLines,
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

/** A text that begins as JSON does stays it. */
const makersOfJson = [otherLetters, keyboard, names, pasted, commas, quotes];

/** Every change of some lines, or of what hangs on them, that undoes a mistake of readers: one list for each kind of them. */
export function* candidatesAt(ground: Ground, lines: readonly number[]): Iterable<Change[]> {
  const isJson = beginsAsJson(textOfRows(ground.rows));
  for (const make of isJson ? makersOfJson : makers) yield lines.flatMap((at) => make(ground, at));
}

/** Every change that undoes one mistake in all lines that have it. */
export function candidatesForAll(ground: Ground): Change[] {
  return everywhere(ground);
}
