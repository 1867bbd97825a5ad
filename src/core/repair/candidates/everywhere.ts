import { rewordingAll, type Change, type Ground } from '../change';
import { flattened } from './flattened';
import { asTyped, foreignLetter, plainLetters, spacedOut } from './letters';
import type { Parts } from '../parts';
import { fresh } from '../row';
import { isBrought, separators } from './lines';
import { pastedTwice } from './pasted-twice';
import { swapped } from './swapped';

/** What a whole file may need, such as one that came from a web page: the same letters, tabs, spaces or lines everywhere in it. */
export function everywhere(ground: Ground): Change[] {
  return [
    ...rewordingAll('other-letter', ground, plainLetters),
    ...rewordingAll('other-letter', ground, withoutForeign),
    ...rewordingAll('tab', ground, (text) => withoutTabs(text, '  ')),
    ...rewordingAll('tab', ground, (text) => withoutTabs(text, '    ')),
    ...rewordingAll('space-after-colon', ground, (text) => withSpace(text, ground.keys)),
    ...rewordingAll('keyboard', ground, asTyped),
    ...withoutNumbers(ground),
    ...pastedTwice(ground),
    ...flattened(ground),
    ...swapped(ground),
    ...allBrought(ground),
    ...aroundAll(ground),
    ...allSeparators(ground),
  ];
}

const withoutForeign = (text: string): string =>
  foreignLetter.test(text) ? spacedOut(plainLetters(text)) : text;

const withoutTabs = (text: string, blanks: string): string =>
  text.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', blanks));

function withSpace(text: string, keys: ReadonlySet<string>): string {
  const found = /^(\s*(?:-\s+)?)([\w./-]+):(?=\S)/.exec(text);
  const [head = '', before = '', key = ''] = found ?? [];
  return keys.has(key) ? `${before}${key}: ${text.slice(head.length)}` : text;
}

// As a listing with numbers has them.
const numbered = /^ *\d{1,3}(?:[:.|)] ?| |\t|$)/;

/** Without their numbers, and without the blanks that all lines have behind those. */
function withoutNumbers(ground: Ground): Change[] {
  const bare = ground.rows.map(({ text }) => text.replace(numbered, ''));
  const blanks = bare.filter((text) => text.trim() !== '').map((text) => text.search(/\S/));
  const common = Math.min(...blanks);
  const by = (text: string) =>
    numbered.test(text) ? text.replace(numbered, '').slice(common) : text;
  return rewordingAll('numbered', ground, by);
}

function allBrought({ rows }: Ground): Change[] {
  const brought = [...rows.keys()].filter((at) => isBrought(rows[at]?.text ?? ''));
  const [from, to] = [brought[0], brought.at(-1)];
  if (from === undefined || to === undefined || from === to) return [];
  const kept = rows.slice(from, to).filter(({ text }) => !isBrought(text));
  const cost = 1 + 0.1 * brought.length;
  return [{ mistake: 'pasted', at: from, count: to + 1 - from, rows: kept, cost }];
}

/** Words above or below what the file says, which have no name. */
function aroundAll({ rows, parts, keys }: Ground): Change[] {
  const isOfFile = ({ isBlank, key, dashes }: Parts, at: number) =>
    !isBlank && (key !== undefined || dashes > 0 || hasName(rows[at]?.text ?? '', keys));
  const first = parts.findIndex(isOfFile);
  const end = parts.findLastIndex(isOfFile) + 1;
  const rest = parts.findLastIndex(({ isBlank }) => !isBlank) + 1 - end;
  const cut = (at: number, count: number): Change[] =>
    count === 0 ? [] : [{ mistake: 'pasted', at, count, rows: [], cost: 1.2 }];
  return [
    ...(first > 0 && first <= mostWords ? cut(0, first) : []),
    ...(rest > 0 && rest <= mostWords ? cut(end, rest) : []),
  ];
}

const hasName = (text: string, keys: ReadonlySet<string>): boolean =>
  [...keys].some((key) => text.includes(key));

/** So many lines may be the words around a listing. */
const mostWords = 5;

function allSeparators(ground: Ground): Change[] {
  const repeated = [...ground.rows.keys()].filter((at) => separators(ground, at).length > 0);
  // Of an object's first two lines, it is the first that is parted.
  const starts = repeated.filter((at) => !repeated.includes(at - 1));
  const [from, to] = [starts[0], starts.at(-1)];
  if (from === undefined || to === undefined || from === to) return [];
  const rows = ground.rows
    .slice(from, to)
    .flatMap((row, index) => (starts.includes(from + index) ? [fresh('---'), row] : [row]));
  const cost = 1 + 0.1 * starts.length;
  const mistake = 'separator-missing';
  return [{ mistake, at: from, count: to - from, rows: [...rows, fresh('---')], cost }];
}
