import { costOfBlock, type Change, type Ground } from '../change';
import type { Parts } from '../parts';
import { reworded, type Row } from '../row';

interface Level {
  readonly key: string;
  /** Where the names beneath it begin. */
  readonly column: number;
  /** The names beneath it that were met. */
  readonly met: Set<string>;
}

/** A file whose lines all begin in the first column: each goes to the depth that its name has in the goal. */
export function flattened(ground: Ground): Change[] {
  const { rows, parts } = ground;
  const isFlat = parts.every(({ isBlank, indent }) => isBlank || indent === 0);
  const filled = parts.filter(({ isBlank }) => !isBlank).length;
  if (!isFlat || filled < fewest) return [];
  const after = indented(ground);
  const changed = [...rows.keys()].filter((at) => after[at] !== rows[at]);
  const [from, to] = [changed[0], changed.at(-1)];
  if (from === undefined || to === undefined || changed.length < fewest) return [];
  const count = to + 1 - from;
  return [
    {
      mistake: 'flattened',
      at: from,
      count,
      rows: after.slice(from, to + 1),
      cost: costOfBlock(count),
    },
  ];
}

/** A file of so few lines is mended line by line. */
const fewest = 4;

function indented({ rows, parts, below, roots }: Ground): Row[] {
  const names = new Map([...below, ['', roots]]);
  const stack = [levelFor('', 0)];
  return rows.map((row, at) => {
    const part = parts[at];
    if (!part || part.isBlank || row.text.startsWith('---')) return row;
    const isItem = part.dashes > 0;
    leave(stack, part.key, names);
    const [above, level] = [stack.at(-2), stack.at(-1)];
    // A second item begins where the first one did.
    if (isItem && above && above.key === level?.key) stack.pop();
    const column = stack.at(-1)?.column ?? 0;
    if (isItem) stack.push(levelFor(stack.at(-1)?.key ?? '', column + 2));
    enter(stack, part);
    return column === 0 ? row : reworded(row, ' '.repeat(column) + row.text);
  });
}

const levelFor = (key: string, column: number): Level => ({ key, column, met: new Set() });

/** Leaves the levels that a name does not belong to; a name that belongs to none stays where it is. */
function leave(
  stack: Level[],
  key: string | undefined,
  names: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  if (key === undefined) return;
  const at = stack.findLastIndex((level) => !level.met.has(key) && names.get(level.key)?.has(key));
  if (at >= 0) stack.length = at + 1;
}

function enter(stack: Level[], { key, value }: Parts): void {
  const level = stack.at(-1);
  if (key === undefined || !level) return;
  level.met.add(key);
  if (value === '') stack.push(levelFor(key, level.column + 2));
}
