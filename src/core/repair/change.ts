import type { Parts } from './parts';
import { reworded, type Row } from './row';

/** The kinds of mistakes that a change can undo. */
export type Mistake =
  | 'other-letter'
  | 'keyboard'
  | 'tab'
  | 'space-after-colon'
  | 'space-after-dash'
  | 'colon-missing'
  | 'colon-other'
  | 'colon-extra'
  | 'comma-extra'
  | 'comma-missing'
  | 'comma-last'
  | 'slash-comment'
  | 'space-extra'
  | 'equals-missing'
  | 'bracket-open'
  | 'quote-open'
  | 'quote-extra'
  | 'quote-missing'
  | 'quote-mixed'
  | 'name-misspelt'
  | 'name-other'
  | 'dash-extra'
  | 'dash-missing'
  | 'list-missing'
  | 'too-shallow'
  | 'too-deep'
  | 'level-extra'
  | 'level-missing'
  | 'wrapped'
  | 'joined'
  | 'swapped'
  | 'names-swapped'
  | 'flattened'
  | 'pasted'
  | 'numbered'
  | 'twice'
  | 'pasted-twice'
  | 'separator-missing'
  | 'not-needed'
  | 'port-pair'
  | 'value'
  | 'missing'
  | 'unknown';

/** One change of a text: lines from an index give way to others. */
export interface Change<Kind extends string = Mistake> {
  readonly mistake: Kind;
  readonly at: number;
  readonly count: number;
  readonly rows: readonly Row[];
  /** How unlikely the mistake is: of two ways to the goal, the one that costs less is shown. */
  readonly cost: number;
}

/** What changes are made from. */
export interface Ground {
  readonly rows: readonly Row[];
  readonly parts: readonly Parts[];
  /** The keys that the goal has. */
  readonly keys: ReadonlySet<string>;
  /** For each of them that has names beneath it: those names. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that stand at the top. */
  readonly roots: ReadonlySet<string>;
}

/** What changes of any text are made from, where it has no YAML's names. */
export function plainGround(rows: readonly Row[]): Ground {
  return { rows, parts: [], keys: new Set(), below: new Map(), roots: new Set() };
}

/** Makes the changes that one line may need. */
export type Maker = (ground: Ground, at: number) => Change[];

/** The lines after a change. */
export function applied(
  rows: readonly Row[],
  { at, count, rows: added }: Omit<Change, 'mistake'>,
): Row[] {
  return [...rows.slice(0, at), ...added, ...rows.slice(at + count)];
}

/** The cost of a change of so many lines that one mistake has spoiled: less by each line, since each changed line costs a little besides. */
export const costOfBlock = (count: number, cost = 1): number => cost - 0.025 * Math.min(count, 30);

/** The change that gives one line another text; none where the text is the same. */
export function rewording(
  mistake: Mistake,
  { rows }: Ground,
  at: number,
  text: string,
  cost = 1,
): Change[] {
  const row = rows[at];
  if (!row || row.text === text) return [];
  return [{ mistake, at, count: 1, rows: [reworded(row, text)], cost }];
}

/** The change that rewords every line of a file that needs it; none where it is only one. */
export function rewordingAll(
  mistake: Mistake,
  { rows }: Ground,
  by: (text: string) => string,
): Change[] {
  const after = rows.map((row) => {
    const text = by(row.text);
    return text === row.text ? row : reworded(row, text);
  });
  const changed = [...rows.keys()].filter((at) => after[at] !== rows[at]);
  const [from, to] = [changed[0], changed.at(-1)];
  if (from === undefined || to === undefined || from === to) return [];
  const count = to + 1 - from;
  const cost = 1.2 + 0.02 * changed.length;
  return [{ mistake, at: from, count, rows: after.slice(from, to + 1), cost }];
}
