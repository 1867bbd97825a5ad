import type { Text } from '../../../core/text';

/** Of more students or things no line is printed for each. */
export const mostListed = 10;
/** More students than this are told by their number: a usual class is still read by eye. */
const mostNamed = 40;

/** Students by their names; of more than `most` only the number, and where their names are. */
export function names(students: readonly string[], most = mostNamed): Text {
  const count = students.length;
  if (count > most)
    return { ko: `${count}명 (이름은 -o json)`, en: `${count} students (names: -o json)` };
  const all = students.join(', ');
  return { ko: all, en: all };
}
