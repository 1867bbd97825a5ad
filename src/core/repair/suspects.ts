import { foreignLetter } from './candidates/letters';
import { isBrought } from './candidates/lines';
import type { Ground } from './change';
import { keysIn, type Fault } from './goal';
import { isUnder, nearestLine, pathsOf, type Parts } from './parts';

/** The indices of the lines in which the mistake behind a fault may be. */
export function suspects(faults: readonly Fault[], ground: Ground): number[] {
  const lines = new Set<number>();
  ground.rows.forEach(({ text }, at) => {
    if (foreignLetter.test(text) || text.includes('\t') || isBrought(text)) lines.add(at);
  });
  for (const fault of faults) {
    const found = fault.kind === 'unreadable' ? around(fault, ground) : along(fault, ground);
    for (const line of found) lines.add(line);
  }
  return [...lines].filter((line) => line >= 0 && line < ground.rows.length);
}

/** Where a text stops to be YAML: near that line, in the lines above that it hangs on, in a key that it repeats, in an open quotation mark before it. */
function around({ line: at = 0 }: Fault, { rows, parts }: Ground): number[] {
  const own = parts[at];
  const before = [...parts.keys()].slice(0, at);
  const isTwin = ({ key, indent }: Parts) =>
    key !== undefined && key === own?.key && indent === own.indent;
  const first = parts.findIndex(({ isBlank }) => !isBlank);
  return [
    at,
    at - 1,
    at + 1,
    at - 2,
    ...(parts[first]?.indent ? [first] : []),
    ...parentsOf(parts, at),
    ...before.filter((line) => {
      const part = parts[line];
      return (part && isTwin(part)) || /["']/.test(rows[line]?.text ?? '');
    }),
  ];
}

function parentsOf(parts: readonly Parts[], at: number): number[] {
  let depth = parts[at]?.indent ?? 0;
  const found: number[] = [];
  for (let line = at - 1; line >= 0; line -= 1) {
    const part = parts[line];
    if (!part || part.isBlank || part.indent >= depth) continue;
    depth = part.indent;
    found.push(line);
  }
  return found;
}

/** Where a readable text differs: the line of the difference, its neighbours, and every line that has one of the missing keys. */
function along({ kind, path, wanted }: Fault, { parts }: Ground): number[] {
  const paths = pathsOf(parts);
  const at = nearestLine(paths, path);
  if (kind === 'wrong') return [at];
  if (kind === 'unknown') return [at, at - 1, at + 1];
  const parent = path.slice(0, -1);
  const keys = new Set([String(path.at(-1)), ...keysIn(wanted)]);
  const found = [...parts.keys()].filter((line) => {
    const here = paths[line] ?? [];
    const isNear = here.length <= path.length + 1 && isUnder(here, parent);
    return isNear || keys.has(parts[line]?.key ?? '');
  });
  // What stands below a line without a key may be what was meant as one.
  const nameless = found.flatMap((line) => {
    const next = parts[line + 1];
    return next && !next.isBlank && next.key === undefined ? [line + 1] : [];
  });
  return [at, ...found, ...nameless];
}
