import { endOfBlock, type Parts } from '../parts';

/** The depths at which a line may stand: those of the lines that it may hang on, one step below the line above, and that of the line that follows. */
export function levelsNear(parts: readonly Parts[], at: number): number[] {
  const levels = new Set([0]);
  let depth = Infinity;
  for (let line = at - 1; line >= 0 && depth > 0; line -= 1) {
    const above = parts[line];
    if (!above || above.isBlank) continue;
    if (depth === Infinity) levels.add(above.column + 2);
    if (above.indent >= depth) continue;
    depth = above.indent;
    levels.add(above.indent).add(above.column);
  }
  const next = parts.slice(at + 1).find(({ isBlank }) => !isBlank);
  if (next) levels.add(next.indent);
  return [...levels];
}

/** The indices at which what belongs together with a line may end: after its own block, and after each further block of its depth. */
export function stopsOf(all: readonly Parts[], at: number): number[] {
  const first = all[at];
  if (!first) return [];
  const stops = [endOfBlock(all, at)];
  for (let end = stops[0] ?? at; end < all.length && stops.length < 6;) {
    let next = end;
    while (all[next]?.isBlank) next += 1;
    const parts = all[next];
    if (!parts || parts.indent < first.indent) break;
    end = endOfBlock(all, next);
    stops.push(end);
  }
  return stops;
}

/** The lines around one that stand at its depth without a break: the first index, and the one after the last. */
export function runAround(all: readonly Parts[], at: number): readonly [number, number] {
  const indent = all[at]?.indent;
  const fits = (line: number) => all[line]?.indent === indent && !all[line]?.isBlank;
  let from = at;
  let to = at + 1;
  while (from > 0 && fits(from - 1)) from -= 1;
  while (to < all.length && fits(to)) to += 1;
  return [from, to];
}
