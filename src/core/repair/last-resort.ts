import { stringify } from 'yaml';
import { rewording, type Change, type Ground } from './change';
import type { Fault } from './goal';
import { endOfBlock, isUnder, nearestLine, pathsOf, type Steps } from './parts';
import { fresh } from './row';

/** What always leads nearer to the goal, and tells least of a mistake: the wanted value, the wanted lines, a line less. */
export function lastResort(faults: readonly Fault[], ground: Ground): Change[] {
  const paths = pathsOf(ground.parts);
  return faults.flatMap((fault) => {
    const at = nearestLine(paths, fault.path);
    const isThere = at >= 0 && paths[at]?.length === fault.path.length;
    if (fault.kind === 'wrong') return isThere ? withValue(fault, ground, at) : [];
    if (fault.kind === 'unknown') return isThere ? withoutBlock(ground, at) : [];
    const depth = commonLength(paths[at] ?? [], fault.path);
    return depth === fault.path.length
      ? filled(fault, ground, at)
      : inserted(fault, ground, paths, { at, depth });
  });
}

function withValue({ wanted }: Fault, ground: Ground, at: number): Change[] {
  const part = ground.parts[at];
  const text = ground.rows[at]?.text ?? '';
  if (!part) return [];
  const end = part.key === undefined ? part.column : text.indexOf(':', part.column) + 1;
  const head = text.slice(0, end).trimEnd();
  return rewording('value', ground, at, `${head} ${inline(wanted)}`, 2);
}

function withoutBlock({ parts }: Ground, at: number): Change[] {
  const count = endOfBlock(parts, at) - at;
  return [{ mistake: 'unknown', at, count, rows: [], cost: 2.6 }];
}

// The key is there, with nothing beneath it or with what cannot be used.
function filled({ path, wanted }: Fault, { rows, parts }: Ground, at: number): Change[] {
  const part = parts[at];
  const row = rows[at];
  if (!part || !row) return [];
  const [first = '', ...rest] = linesOf({ [String(path.at(-1))]: wanted }, part.column);
  const head = { ...row, text: row.text.slice(0, part.column) + first.trimStart() };
  const count = endOfBlock(parts, at) - at;
  const added = [head, ...rest.map(fresh)];
  return [{ mistake: 'missing', at, count, rows: added, cost: 2.7 + 0.3 * rest.length }];
}

function inserted(
  { path, wanted }: Fault,
  { rows, parts }: Ground,
  paths: readonly Steps[],
  { at, depth }: { readonly at: number; readonly depth: number },
): Change[] {
  const parent = path.slice(0, depth);
  const missing = path.slice(depth);
  const tree = missing.reduceRight<unknown>(
    (value, step) => (typeof step === 'number' ? [value] : { [step]: value }),
    wanted,
  );
  const child = parts.findIndex(
    ({ isBlank }, line) =>
      !isBlank && paths[line]?.length === depth + 1 && isUnder(paths[line], parent),
  );
  const isItem = typeof missing[0] === 'number';
  const beside = isItem ? parts[child]?.indent : parts[child]?.column;
  const column = beside ?? (at < 0 ? 0 : (parts[at]?.column ?? 0) + 2);
  const lines = linesOf(tree, column);
  const end =
    at < 0 ? rows.findLastIndex(({ text }) => text.trim() !== '') + 1 : endOfBlock(parts, at);
  const cost = 2.4 + 0.3 * (lines.length - 1);
  return [{ mistake: 'missing', at: end, count: 0, rows: lines.map(fresh), cost }];
}

function commonLength(one: Steps, other: Steps): number {
  const differs = one.findIndex((step, at) => step !== other[at]);
  return differs < 0 ? one.length : differs;
}

function linesOf(tree: unknown, column: number): string[] {
  const lines = stringify(tree, { lineWidth: 0, nullStr: '' }).trimEnd().split('\n');
  return lines.map((line) => ' '.repeat(column) + line.trimEnd());
}

const inline = (value: unknown): string => stringify(value, { lineWidth: 0 }).trim();
