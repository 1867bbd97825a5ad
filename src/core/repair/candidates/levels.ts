import { endOfBlock, type Parts } from '../parts';

/** How far up and down a line looks for the depths of others. */
const near = 12;

/** The depths at which a line may stand: those of the lines near it, and one step below each line above. */
export function levelsNear(parts: readonly Parts[], at: number): number[] {
  const levels = new Set([0]);
  parts.slice(Math.max(0, at - near), at + near).forEach((one, index) => {
    const line = Math.max(0, at - near) + index;
    if (one.isBlank || line === at) return;
    levels.add(one.indent).add(one.column);
    if (line < at) levels.add(one.column + 2);
  });
  return [...levels].sort((one, other) => one - other).slice(0, near);
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
