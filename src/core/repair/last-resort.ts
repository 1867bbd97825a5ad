import { stringify } from 'yaml';
import { rewording, type Change, type Ground } from './change';
import type { Fault } from './goal';
import {
  endOfBlock,
  isUnder,
  nearestLine,
  pathsOf,
  withoutComment,
  type Parts,
  type Steps,
} from './parts';
import { fresh, type Row } from './row';

/** What always leads nearer to the goal, and tells least of a mistake: the wanted value, the wanted lines, a line less. */
export function lastResort(faults: readonly Fault[], ground: Ground): Change[] {
  const paths = pathsOf(ground.parts);
  return faults.flatMap((fault) => {
    const at = nearestLine(paths, fault.path);
    const isThere = at >= 0 && paths[at]?.length === fault.path.length;
    if (fault.isName) return isThere ? withName(fault, ground, at) : [];
    if (fault.kind === 'wrong')
      return isThere ? withValue(fault, ground, at) : withValueWithin(fault, ground, at);
    if (fault.kind === 'unknown')
      return isThere ? withoutBlock(ground, at) : withoutItem(fault, ground, at);
    const depth = commonLength(paths[at] ?? [], fault.path);
    return depth === fault.path.length
      ? filled(fault, ground, at)
      : [...renamed(fault, ground, paths), ...inserted(fault, ground, paths, { at, depth })];
  });
}

function withName({ path, wanted }: Fault, ground: Ground, at: number): Change[] {
  const text = ground.rows[at]?.text ?? '';
  const by = () => String(wanted);
  return rewording('value', ground, at, text.replace(String(path.at(-1)), by), 2);
}

/** What stands beneath a name that the goal does not have may be what is missing under another one. */
function renamed({ path }: Fault, ground: Ground, paths: readonly Steps[]): Change[] {
  const name = path.at(-1);
  if (typeof name !== 'string') return [];
  return ground.parts.flatMap(({ key }, at) => {
    const here = paths[at] ?? [];
    const isBeside = here.length === path.length && isUnder(here, path.slice(0, -1));
    if (!isBeside || key === undefined || ground.keys.has(key)) return [];
    const text = ground.rows[at]?.text ?? '';
    return rewording(
      'name-other',
      ground,
      at,
      text.replace(key, () => name),
      1.8,
    );
  });
}

function withValue({ wanted, found }: Fault, ground: Ground, at: number): Change[] {
  const part = ground.parts[at];
  const [body, comment] = withoutComment(ground.rows[at]?.text ?? '');
  if (!part) return [];
  const end = part.key === undefined ? part.column : body.indexOf(':', part.column) + 1;
  const anchor = /^[ \t]*&[\w-]+(?=[ \t]|$)/.exec(body.slice(end))?.[0] ?? '';
  const head = body.slice(0, end + anchor.length).trimEnd();
  const old = body.slice(end + anchor.length).trim();
  // The comma of a mapping in brackets; elsewhere, the value has it.
  const comma = old.endsWith(',') && !String(found).endsWith(',') ? ',' : '';
  const value = like(old, wanted);
  const text = `${head} ${value}`.trimEnd() + comma + comment;
  const changes = rewording('value', ground, at, text, 2);
  // A value of several lines goes as a whole.
  const count = /^[|>]/.test(old) ? endOfBlock(ground.parts, at) - at : 1;
  return changes.map((change) => ({ ...change, count }));
}

/** An item that stands in brackets, in a line with others. */
function withoutItem({ found }: Fault, ground: Ground, at: number): Change[] {
  const text = ground.rows[at]?.text ?? '';
  if (found === null || typeof found === 'object') return [];
  const forms = [`"${String(found)}"`, `'${String(found)}'`, String(found)];
  const old = forms.find((form) => text.includes(form)) ?? '';
  if (old === '' || text.split(old).length !== 2) return [];
  const [before = '', after = ''] = text.split(old);
  const isLast = !/^\s*,/.test(after);
  const rest = isLast
    ? before.replace(/,[ \t]*$/, '') + after
    : before + after.replace(/^\s*,[ \t]*/, '');
  return rewording('unknown', ground, at, rest, 2.6);
}

/** A value that stands in brackets, in a line with others. */
function withValueWithin({ wanted, found }: Fault, ground: Ground, at: number): Change[] {
  const old = String(found);
  if (found === null || typeof found === 'object' || old === '') return [];
  const { rows, parts } = ground;
  const end = Math.max(at + 1, endOfBlock(parts, at));
  const has = ({ text }: Row) => text.includes(old);
  const line = rows.findIndex((row, index) => index >= at && index < end && has(row));
  const text = rows[line]?.text ?? '';
  if (rows.slice(at, end).filter(has).length !== 1 || text.split(old).length !== 2) return [];
  const by = () => inline(wanted);
  return rewording('value', ground, line, text.replace(old, by), 2.1);
}

/** A value in quotation marks where the one before is a text in them. */
function like(old: string, wanted: unknown): string {
  return /^".*",?$/.test(old) && typeof wanted === 'string'
    ? JSON.stringify(wanted)
    : inline(wanted);
}

function withoutBlock({ parts, keys }: Ground, at: number): Change[] {
  const count = endOfBlock(parts, at) - at;
  // Lines that the goal needs are hardly there by mistake.
  const needed = parts.slice(at + 1, at + count).filter(({ key }) => keys.has(key ?? '')).length;
  return [{ mistake: 'unknown', at, count, rows: [], cost: 2.6 + 0.5 * needed }];
}

// The key is there, with nothing beneath it or with what cannot be used.
function filled({ path, wanted }: Fault, { rows, parts }: Ground, at: number): Change[] {
  const part = parts[at];
  const row = rows[at];
  if (!part || !row) return [];
  const tree = { [String(path.at(-1))]: wanted };
  const [first = '', ...rest] = linesOf(tree, part.column, stepIn(parts));
  const head = { ...row, text: row.text.slice(0, part.column) + first.trimStart() };
  const count = endOfBlock(parts, at) - at;
  const added = [head, ...rest.map(fresh)];
  const cost = 2.7 + costOf(rest, rows);
  return [{ mistake: 'missing', at, count, rows: added, cost }];
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
  const column = beside ?? (at < 0 ? 0 : (parts[at]?.column ?? 0) + stepIn(parts));
  const lines = linesOf(tree, column, stepIn(parts));
  const end =
    at < 0 ? rows.findLastIndex(({ text }) => text.trim() !== '') + 1 : endOfBlock(parts, at);
  const cost = 2.1 + costOf(lines, rows);
  return [{ mistake: 'missing', at: end, count: 0, rows: lines.map(fresh), cost }];
}

/** What lines cost that are written anew: more where the text has the same line, which is then in a wrong place. */
function costOf(lines: readonly string[], rows: Ground['rows']): number {
  const there = new Set(rows.map(({ text }) => text.trim()));
  return lines.reduce((sum, line) => sum + (there.has(line.trim()) ? 1 : 0.3), 0);
}

function commonLength(one: Steps, other: Steps): number {
  const differs = one.findIndex((step, at) => step !== other[at]);
  return differs < 0 ? one.length : differs;
}

/** How far the lines of a text are indented beneath a name. */
function stepIn(parts: readonly Parts[]): number {
  const first = parts.find(({ isBlank, indent }) => !isBlank && indent > 0);
  return first && first.indent <= 8 ? first.indent : 2;
}

function linesOf(tree: unknown, column: number, indent: number): string[] {
  const lines = stringify(tree, { lineWidth: 0, nullStr: '', indent }).trimEnd().split('\n');
  return lines.map((line) => ' '.repeat(column) + line.trimEnd());
}

const inline = (value: unknown): string =>
  stringify(value, { lineWidth: 0, nullStr: '', collectionStyle: 'flow' }).trim();
