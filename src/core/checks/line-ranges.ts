/** How many ranges of lines are named. */
const most = 5;

/** Numbers of lines, in their order, as people write them: `4`, `4–6`, `9, 13`. */
export function rangesOf(lines: readonly number[]): string {
  const ranges = lines.reduce<[first: number, last: number][]>((found, line) => {
    const range = found.at(-1);
    if (!range || line > range[1] + 1) return [...found, [line, line]];
    return [...found.slice(0, -1), [range[0], line]];
  }, []);
  const named = ranges
    .slice(0, most)
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return ranges.length > most ? `${named.join(', ')} …` : named.join(', ');
}
