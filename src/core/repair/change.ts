import type { Parts } from './parts';
import { reworded, type Row } from './row';

/** The kinds of mistakes that a change can undo. */
export type Mistake =
  | 'other-letter'
  | 'tab'
  | 'space-after-colon'
  | 'space-after-dash'
  | 'colon-missing'
  | 'colon-other'
  | 'colon-extra'
  | 'comma-extra'
  | 'slash-comment'
  | 'quote-open'
  | 'quote-extra'
  | 'quote-missing'
  | 'quote-mixed'
  | 'name-misspelt'
  | 'dash-extra'
  | 'dash-missing'
  | 'too-shallow'
  | 'too-deep'
  | 'level-extra'
  | 'wrapped'
  | 'pasted'
  | 'twice'
  | 'separator-missing'
  | 'not-needed'
  | 'port-pair'
  | 'value'
  | 'missing'
  | 'unknown';

/** One change of a text: lines from an index give way to others. */
export interface Change {
  readonly mistake: Mistake;
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
}

/** Makes the changes that one line may need. */
export type Maker = (ground: Ground, at: number) => Change[];

/** The lines after a change. */
export function applied(rows: readonly Row[], { at, count, rows: added }: Change): Row[] {
  return [...rows.slice(0, at), ...added, ...rows.slice(at + count)];
}

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
