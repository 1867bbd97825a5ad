/** A change of a file that the reader wrote: lines of it give way to others. */
export interface Edit {
  /** The file as the reader knows it. */
  readonly file: string;
  /** The first line that changes, counted from 1 in the file as it is; without lines in `before`, the line that the new ones come before. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The lines of a file after edits that do not overlap. */
export function edited(lines: readonly string[], edits: readonly Edit[]): string[] {
  const fromEnd = [...edits].sort((one, other) => other.line - one.line);
  return fromEnd.reduce(
    (rest, { line, before, after }) => [
      ...rest.slice(0, line - 1),
      ...after,
      ...rest.slice(line - 1 + before.length),
    ],
    [...lines],
  );
}
