import { distance } from 'fastest-levenshtein';
import { parseTree, type Node, type ParseError } from 'jsonc-parser';

import { plainLetters } from '../../core/repair/candidates/letters';
import { isBrought } from '../../core/repair/candidates/lines';
import type { Change } from '../../core/repair/change';
import type { Fault } from '../../core/repair/goal';
import { fresh, reworded, type Row } from '../../core/repair/row';
import { search, type Repair } from '../../core/repair/search';
import type { DaemonMistake } from '../daemon-problems';

/** The settings of the engine that a reader writes, each a list of texts. */
const settings = ['registry-mirrors', 'insecure-registries'];

/** The smallest changes after which an engine can read its settings. */
export function mendedSettings(text: string): Repair<DaemonMistake> {
  return search(text, {
    faults: faultsOf,
    changes: (rows) => [rows.flatMap((_, at) => changesAt(rows, at))],
  });
}

/** What keeps an engine from reading its settings: none where they are right. An empty file has none. */
export function faultsOf(text: string): Fault[] {
  if (text.trim() === '') return [];
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) {
    const left = (text.length - first.offset) / Math.max(text.length, 1);
    return [fault(10 + 2 * errors.length + left)];
  }
  if (tree?.type !== 'object') return [fault(8)];
  return (tree.children ?? []).flatMap(settingFaults);
}

const fault = (weight: number): Fault => ({ kind: 'wrong', path: [], weight });

function settingFaults({ children: [key, value] = [] }: Node): Fault[] {
  const name = String(key?.value ?? '');
  const isMisspelt = !settings.includes(name) && nearSetting(name) !== undefined;
  if (isMisspelt) return [fault(3)];
  const isList =
    value?.type === 'array' && (value.children ?? []).every(({ type }) => type === 'string');
  return settings.includes(name) && !isList ? [fault(2.5)] : [];
}

const nearSetting = (name: string) => settings.find((one) => distance(one, name) <= 3);

type Candidate = Change<DaemonMistake>;

function changesAt(rows: readonly Row[], at: number): Candidate[] {
  const row = rows[at];
  if (!row || row.text.trim() === '') return [];
  const { text } = row;
  if (/^\s*(?:#|\/\/|\/\*)/.test(text))
    return [{ mistake: 'comment', at, count: 1, rows: [], cost: 1 }];
  const end = text.trimEnd();
  const one = (mistake: DaemonMistake, texts: readonly string[], cost = 1): Candidate[] =>
    texts
      .filter((next) => next !== text)
      .map((next) => ({ mistake, at, count: 1, rows: [reworded(row, next)], cost }));
  return [
    ...one('letter', [plainLetters(text)]),
    ...(isBrought(text) ? [{ mistake: 'line' as const, at, count: 1, rows: [], cost: 1 }] : []),
    ...one('comment', [text.replace(/(^|\s)(?:\/\/|#|\/\*).*$/, '').trimEnd()]),
    ...one('comma-missing', [`${end},`, text.replace(/"[ \t]+"/g, '", "')]),
    ...one('comma-extra', [end.replace(/[,;]$/, ''), end.replace(/,(?=[ \t]?[\]}])/g, '')]),
    ...one('mark', [end.replace(/;$/, ','), text.replace(/"[ \t]?=[ \t]?/, '": ')]),
    ...one('quote', quoted(text), 1.1),
    ...one('name', [text.replace(/"([\w-]+)"/, (whole, name: string) => renamed(whole, name))]),
    ...one(
      'list',
      [text.replace(/:[ \t]?("[^"]*")/, ': [$1]'), `${end}]`, end.replace(/,$/, '],')],
      1.2,
    ),
    ...one('brace', [`${end}}`, text.replace(/\}(?=[^}]*$)/, '')], 1.3),
    ...(at === 0
      ? [{ mistake: 'brace' as const, at, count: 0, rows: [fresh('{')], cost: 1.3 }]
      : []),
    ...(at === rows.length - 1 || rows.slice(at + 1).every((next) => next.text.trim() === '')
      ? [{ mistake: 'brace' as const, at: at + 1, count: 0, rows: [fresh('}')], cost: 1.3 }]
      : []),
  ];
}

const renamed = (whole: string, name: string) =>
  nearSetting(name) === undefined ? whole : `"${nearSetting(name) ?? ''}"`;

/** A line with the quotation marks of JSON, in the places where readers leave them out. */
function quoted(text: string): string[] {
  const double = text.replace(/'/g, '"');
  return [
    double,
    text.replace(/^([ \t{]*)([\w-]+)[ \t]?:/, '$1"$2":'),
    text.replace(/\[[ \t]?([^"[\],]+)(?=\])/, '["$1"'),
    text.replace(/"([^",\]]*)(?=[\],]|$)/, '"$1"'),
    text.replace(/(^|[\s[,])([^\s"[\],]+)"/, '$1"$2"'),
    `${text.trimEnd()}"`,
  ];
}
