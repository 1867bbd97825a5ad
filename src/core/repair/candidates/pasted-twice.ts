import { costOfBlock, type Change, type Ground } from '../change';
import { reworded } from '../row';

/** A file whose lines stand in it once more: the first half goes, or the second. */
export function pastedTwice({ rows }: Ground): Change[] {
  const lines = rows.map(({ text }) => text.trimEnd());
  const filled = [...lines.keys()].filter((at) => lines[at] !== '' && lines[at] !== '---');
  const [first = 0] = filled;
  const start = lines[first] ?? '';
  const again = filled.find((at) => at > first && lines[at]?.endsWith(start));
  if (again === undefined || start.length < 4) return [];
  // Without a line end at the end of the file, the second half is glued to the first.
  const glued = lines[again]?.slice(0, -start.length) ?? '';
  const halves = [
    [...lines.slice(first, again), glued],
    [start, ...lines.slice(again + 1)],
  ];
  const [one = [], other = []] = halves.map((half) =>
    half.filter((line) => line.trim() !== '' && line !== '---'),
  );
  if (!isSame(one, other)) return [];
  const cut = (at: number, count: number, kept: string): Change => ({
    mistake: 'pasted-twice',
    at,
    count,
    rows: rows.slice(again, again + 1).flatMap((row) => (kept ? [reworded(row, kept)] : [])),
    cost: costOfBlock(count, 0.9),
  });
  return [
    cut(again, (filled.at(-1) ?? again) + 1 - again, glued),
    cut(first, again + 1 - first, start),
  ];
}

/** How many of the lines of both halves have to be the same. */
const most = 0.75;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 3) return false;
  const left = new Set(one);
  const same = other.filter((line) => left.has(line)).length;
  return same >= most * Math.max(one.length, other.length);
}
