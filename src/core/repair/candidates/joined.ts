import type { Change, Maker } from '../change';
import { withoutComment } from '../parts';
import { fresh, reworded } from '../row';

/** Two or more names with their values in one line, which YAML reads as one. */
export const joined: Maker = (ground, at) => {
  const { rows, parts, keys } = ground;
  const [row, part] = [rows[at], parts[at]];
  if (!row || part?.key === undefined || part.value === '') return [];
  const [body, comment] = withoutComment(row.text);
  const pieces = piecesOf(body, part.column, keys);
  if (pieces.length < 2) return [];
  const columns = part.column === 0 ? [0] : [part.column, 0];
  return columns.map((column, index): Change => {
    const [head = '', ...others] = pieces;
    const below = /:\s*$/.test(head) ? 2 : 0;
    const added = others.map((text) => fresh(' '.repeat(column + below) + text));
    const all = [reworded(row, head + comment), ...added];
    return { mistake: 'joined', at, count: 1, rows: all, cost: 0.9 + 0.1 * index };
  });
};

/** A line in the parts that begin with a name of the goal. */
function piecesOf(body: string, column: number, keys: ReadonlySet<string>): string[] {
  const starts = [...body.matchAll(/:(?=\s|$)/g)].flatMap(({ index }) => {
    const key = keyBefore(body.slice(column, index), keys);
    return key === '' || index - key.length <= column ? [] : [index - key.length];
  });
  return [0, ...starts].map((start, index) => body.slice(start, starts[index]).trimEnd());
}

// A name may be glued to the number before it, as in `80apiVersion:`.
function keyBefore(text: string, keys: ReadonlySet<string>): string {
  const found = [...keys].filter((key) => text.endsWith(key));
  const key = found.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return /[\s\d]/.test(text.at(-1 - key.length) ?? '') ? key : '';
}
