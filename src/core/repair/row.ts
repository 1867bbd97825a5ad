/** A line of a file that is being repaired: its text, and its place in the reader's file, counted from 0; undefined where it is new. */
export interface Row {
  readonly text: string;
  readonly origin: number | undefined;
}

/** A line with another text. */
export const reworded = ({ origin }: Row, text: string): Row => ({ text, origin });

/** A line that is moved by so many blanks. */
export function shifted(row: Row, by: number): Row {
  const rest = row.text.replace(/^ +/, '');
  // What is indented in another way has to become blanks first.
  if (rest.trim() === '' || rest.startsWith('\t')) return row;
  const now = row.text.length - rest.length;
  return reworded(row, ' '.repeat(Math.max(0, now + by)) + rest);
}

/** A line that the reader's file does not have. */
export const fresh = (text: string): Row => ({ text, origin: undefined });

/** A line and its rest as one line; where a book broke a word with a hyphen, first with the word whole. */
export function inOneLine(before: string, rest: string): string[] {
  const [start, end] = [before.trimEnd(), rest.trim()];
  const whole = /\w-$/.test(start) ? [start.slice(0, -1) + end, start + end] : [];
  return [...whole, `${start} ${end}`];
}

/** The text of lines. */
export const textOfRows = (rows: readonly Row[]): string => rows.map(({ text }) => text).join('\n');
