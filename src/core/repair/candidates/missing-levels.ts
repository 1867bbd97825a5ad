import type { Change, Ground, Maker } from '../change';
import { fresh, shifted } from '../row';
import { stopsOf } from './levels';

/** How far what stands beneath a name is indented. */
const step = 2;

/** A line with nothing but a name is lost: what belongs beneath it stands in its place, or is left behind deeper. */
export const missingLevels: Maker = (ground, at) => {
  const { below, parts } = ground;
  const key = parts[at]?.key;
  if (key === undefined) return [];
  return [...below]
    .filter(([name, names]) => names.has(key) && name !== parts[at - 1]?.key)
    .flatMap(([name]) => [...withName(ground, at, name), ...aboveIt(ground, at, name)]);
};

function withName({ rows, parts }: Ground, at: number, name: string): Change[] {
  const indent = ' '.repeat(parts[at]?.indent ?? 0);
  return stopsOf(parts, at).map((stop, index) => {
    const moved = rows.slice(at, stop).map((row) => shifted(row, step));
    const added = [fresh(`${indent}${name}:`), ...moved];
    const cost = 1.1 + 0.02 * index;
    return { mistake: 'level-missing', at, count: stop - at, rows: added, cost };
  });
}

function aboveIt({ parts }: Ground, at: number, name: string): Change[] {
  const indent = parts[at]?.indent ?? 0;
  return [indent - step, indent]
    .filter((column) => column >= 0)
    .map((column) => {
      const rows = [fresh(`${' '.repeat(column)}${name}:`)];
      return { mistake: 'level-missing', at, count: 0, rows, cost: 1.05 };
    });
}
