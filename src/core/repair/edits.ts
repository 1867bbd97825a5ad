import { applied, type Change, type Mistake } from './change';
import type { Row } from './row';

/** A change of lines: as in `Edit`, of a file that is known. */
export interface LineEdit {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One change of a repair, between the lines before and after it. */
export interface Step<Kind extends string = Mistake> {
  readonly change: Change<Kind>;
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** A step, and the lines of the reader's file that it changes, counted from 1. */
export interface PlacedStep<Kind extends string = Mistake> extends Step<Kind> {
  readonly lines: readonly number[];
}

/** Steps that change the same lines, and what they come to in the reader's file. */
export interface Group<Kind extends string = Mistake> {
  readonly steps: readonly PlacedStep<Kind>[];
  readonly edits: readonly LineEdit[];
}

/** A line of the repaired file, and the steps that made it what it is. */
interface Marked {
  readonly row: Row;
  readonly by: ReadonlySet<number>;
}

/** A single line that is another one, gone, or new; counted from 0. */
interface Piece {
  readonly at: number;
  readonly before?: string;
  readonly after?: string;
  readonly by: ReadonlySet<number>;
}

/** An edit of as many lines as before, line by line. */
export function linesApart(edit: LineEdit): LineEdit[] {
  const { line, before, after } = edit;
  if (before.length !== after.length) return [edit];
  return before.map((text, index) => ({
    line: line + index,
    before: [text],
    after: after.slice(index, index + 1),
  }));
}

/** The changes of a repair one after the other. */
export function stepsOf<Kind extends string>(
  rows: readonly Row[],
  changes: readonly Change<Kind>[],
): Step<Kind>[] {
  let before = rows;
  return changes.map((change) => {
    const step = { change, before, after: applied(before, change) };
    before = step.after;
    return step;
  });
}

/** What the steps of a repair change in the reader's file, in the order of its lines; steps that change the same lines stand together. */
export function groupsOf<Kind extends string>(
  rows: readonly Row[],
  steps: readonly Step<Kind>[],
): Group<Kind>[] {
  const pieces = piecesOf(rows, steps);
  const groups = joined(pieces.map(({ by }) => by));
  const placed = steps.map((step, number): PlacedStep<Kind> => {
    const own = pieces.filter(({ by }) => by.has(number));
    // A new line has no number of its own where the step also changes one.
    const old = own.filter(({ before }) => before !== undefined);
    return { ...step, lines: (old.length > 0 ? old : own).map(({ at }) => at + 1) };
  });
  return groups.map((numbers) => ({
    steps: [...numbers].sort((one, other) => one - other).flatMap((at) => placed[at] ?? []),
    edits: editsOf(pieces.filter(({ by }) => [...by].some((at) => numbers.has(at)))),
  }));
}

function piecesOf(rows: readonly Row[], steps: readonly Step<string>[]): Piece[] {
  const gone = new Map<number, ReadonlySet<number>>();
  let marked: Marked[] = rows.map((row) => ({ row, by: new Set() }));
  steps.forEach(({ change }, number) => {
    const { at, count } = change;
    const old = marked.slice(at, at + count);
    const next = change.rows.map((row) => mark(row, old, number));
    for (const { row, by } of old) {
      const stays = change.rows.some(({ origin }) => origin === row.origin);
      if (row.origin !== undefined && !stays) gone.set(row.origin, new Set([...by, number]));
    }
    marked = [...marked.slice(0, at), ...next, ...marked.slice(at + count)];
  });
  return withGone(rows, marked, gone);
}

function mark(row: Row, old: readonly Marked[], number: number): Marked {
  const same = old.filter((one) => one.row.origin === row.origin);
  const isUntouched = same.find((one) => one.row.text === row.text);
  if (isUntouched) return isUntouched;
  return { row, by: new Set([...same.flatMap(({ by }) => [...by]), number]) };
}

function withGone(
  rows: readonly Row[],
  marked: readonly Marked[],
  gone: ReadonlyMap<number, ReadonlySet<number>>,
): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  const leave = (end: number) => {
    for (; next < end; next += 1)
      pieces.push({ at: next, before: rows[next]?.text ?? '', by: gone.get(next) ?? new Set() });
  };
  for (const { row, by } of marked) {
    if (row.origin === undefined) {
      pieces.push({ at: next, after: row.text, by });
      continue;
    }
    leave(row.origin);
    next = row.origin + 1;
    const before = rows[row.origin]?.text ?? '';
    if (before !== row.text) pieces.push({ at: row.origin, before, after: row.text, by });
  }
  leave(rows.length);
  return pieces;
}

/** Numbers that stand in one set together, in the order in which they come. */
function joined(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  return sets.reduce<ReadonlySet<number>[]>((groups, set) => {
    const touched = groups.filter((group) => [...set].some((one) => group.has(one)));
    const [first] = touched;
    if (!first) return [...groups, set];
    const whole = new Set([...touched.flatMap((group) => [...group]), ...set]);
    return groups.flatMap((group) => {
      if (group === first) return [whole];
      return touched.includes(group) ? [] : [group];
    });
  }, []);
}

function editsOf(pieces: readonly Piece[]): LineEdit[] {
  return pieces.reduce<LineEdit[]>((edits, { at, before, after }) => {
    const piece = {
      line: at + 1,
      before: before === undefined ? [] : [before],
      after: after === undefined ? [] : [after],
    };
    const last = edits.at(-1);
    if (last?.line === undefined || last.line + last.before.length !== piece.line)
      return [...edits, piece];
    const whole = {
      line: last.line,
      before: [...last.before, ...piece.before],
      after: [...last.after, ...piece.after],
    };
    return [...edits.slice(0, -1), whole];
  }, []);
}
