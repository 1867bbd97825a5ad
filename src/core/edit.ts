/** A change of a file that the reader wrote: lines of it give way to others. */
export interface Edit {
  /** The file as the reader knows it. */
  readonly file: string;
  /** The first line that changes, counted from 1 in the file as it is; without lines in `before`, the line that the new ones come before. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An edit of lines in any form. */
type EditOf<T> = Pick<Edit, 'line'> & {
  readonly before: readonly unknown[];
  readonly after: readonly T[];
};

/** The lines of a file after edits that do not overlap. */
export function edited<T>(lines: readonly T[], edits: readonly EditOf<T>[]): T[] {
  return fromEnd(edits).reduce<T[]>(
    (rest, { line, before, after }) => [
      ...rest.slice(0, line - 1),
      ...after,
      ...rest.slice(line - 1 + before.length),
    ],
    [...lines],
  );
}

// New lines come before the line of their number, in the order of the edits: they are put there last.
function fromEnd<T>(edits: readonly EditOf<T>[]): EditOf<T>[] {
  return [...edits]
    .reverse()
    .sort(
      (one, other) =>
        other.line - one.line ||
        Number(one.before.length === 0) - Number(other.before.length === 0),
    );
}
