import type { Change, Ground } from '../change';
import { dashes, depths, levels } from './depth';
import { otherLetters, tabs } from './letters';
import { pasted, separators, twins, wrapped } from './lines';
import { names } from './names';
import { portPairs, punctuation, quotes } from './punctuation';

const makers = [
  otherLetters,
  tabs,
  punctuation,
  quotes,
  portPairs,
  names,
  dashes,
  depths,
  levels,
  pasted,
  wrapped,
  separators,
  twins,
];

/** Every change of a line, or of what hangs on it, that undoes a mistake of readers. */
export function candidatesAt(ground: Ground, at: number): Change[] {
  return makers.flatMap((make) => make(ground, at));
}
