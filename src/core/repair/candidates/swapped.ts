import { costOfBlock, type Change, type Ground } from '../change';
import { endOfBlock, pathsOf, type Steps } from '../parts';
import { fresh, reworded, textOfRows, type Row } from '../row';

/** What two names of the same kind have in each other's place: what stands beneath them, or the names themselves. */
export function swapped(ground: Ground): Change[] {
  const paths = pathsOf(ground.parts);
  const heads = [...ground.parts.keys()].filter((at) => isHead(ground, paths, at));
  return heads.flatMap((one, index) =>
    heads.slice(index + 1).flatMap((other) => {
      const [a, b] = [paths[one] ?? [], paths[other] ?? []];
      if (ground.parts[one]?.column !== ground.parts[other]?.column) return [];
      if (ground.parts[one]?.key === ground.parts[other]?.key)
        return isBeside(a, b) ? [] : bodies(ground, one, other);
      return isBeside(a, b) && isAlike(ground, one, other) ? names(ground, one, other) : [];
    }),
  );
}

/** Whether a name has others beneath it, and is no part of an item. */
const isHead = ({ parts }: Ground, paths: readonly Steps[], at: number): boolean =>
  paths[at]?.every((step) => typeof step === 'string') === true &&
  parts[at]?.key !== undefined &&
  parts[at].value === '' &&
  endOfBlock(parts, at) > at + 1;

const isBeside = (one: Steps, other: Steps): boolean =>
  JSON.stringify(one.slice(0, -1)) === JSON.stringify(other.slice(0, -1));

/** Whether two names have mostly the same names beneath them in the goal, as two services have. */
function isAlike({ below, parts }: Ground, one: number, other: number): boolean {
  const [a, b] = [one, other].map((at) => below.get(parts[at]?.key ?? ''));
  return [...(a ?? [])].filter((name) => b?.has(name)).length > 2;
}

function bodies(ground: Ground, one: number, other: number): Change[] {
  const { rows, parts } = ground;
  const [endOfOne, endOfOther] = [endOfBlock(parts, one), endOfBlock(parts, other)];
  const [first, second] = [rows.slice(one + 1, endOfOne), rows.slice(other + 1, endOfOther)];
  if (textOfRows(first) === textOfRows(second)) return [];
  const between = rows.slice(endOfOne, other + 1);
  const now = [...inPlaceOf(first, second), ...between, ...inPlaceOf(second, first)];
  const count = endOfOther - one - 1;
  return [{ mistake: 'swapped', at: one + 1, count, rows: now, cost: costOfBlock(now.length) }];
}

/** The same lines of the file with the texts of others. */
const inPlaceOf = (rows: readonly Row[], others: readonly Row[]): Row[] =>
  others.map(({ text }, index) => {
    const row = rows[index];
    return row ? reworded(row, text) : fresh(text);
  });

function names({ rows, parts }: Ground, one: number, other: number): Change[] {
  const [a = '', b = ''] = [one, other].map((at) => parts[at]?.key);
  const now = rows.slice(one, other + 1).map((row, index, all) => {
    if (index === 0) return reworded(row, row.text.replace(a, b));
    return index === all.length - 1 ? reworded(row, row.text.replace(b, a)) : row;
  });
  const count = now.length;
  return [{ mistake: 'names-swapped', at: one, count, rows: now, cost: costOfBlock(count) }];
}
