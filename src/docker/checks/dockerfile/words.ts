import { distance } from 'fastest-levenshtein';

import { fresh, type Row } from '../../../core/repair/row';
import { inBuildFolder } from './goal';
import { partsOf, rewordings, wordsIn, type Maker } from './line';

/** The words of `FROM` and `COPY` as the goal has them: as few of them as are needed. */
export const words: Maker = (rows, at, goal) => {
  const name = partsOf(rows[at]?.text ?? '').name.toUpperCase();
  if (name === 'FROM') return ofFrom(rows, at, goal);
  if (name === 'COPY' || name === 'ADD') return ofCopy(rows, at, goal);
  return withoutName(rows, at, goal);
};

const ofFrom: Maker = (rows, at, { base }) => {
  const row = rows[at];
  const { indent, name, rest } = partsOf(row?.text ?? '');
  const [image = '', ...others] = wordsIn(rest);
  const line = (...all: readonly string[]) => [`${indent}${[name, ...all].join(' ')}`];
  return [
    ...rewordings('base', row, at, line(base, ...others)),
    ...rewordings('base', row, at, line(image.replace(/:[^:/]*$/, ''), ...others)),
    ...rewordings('words', row, at, line(image), 1.2),
    ...rewordings('base', row, at, line(base), 1.6),
  ];
};

const ofCopy: Maker = (rows, at, { page, target }) => {
  const row = rows[at];
  const { indent, name, rest } = partsOf(row?.text ?? '');
  const all = wordsIn(rest);
  const flags = all.filter((word) => word.startsWith('--'));
  const [first = '', ...others] = all.filter((word) => !word.startsWith('--'));
  const line = (...own: readonly string[]) => [`${indent}${[name, ...flags, ...own].join(' ')}`];
  const sources = [first, ...others.slice(0, -1)];
  return [
    ...(others.length === 1 ? rewordings('swapped', row, at, line(...others, first), 0.9) : []),
    ...rewordings('source', row, at, line(page, ...others), 1.1),
    ...rewordings('target', row, at, line(...sources, target), 1.1),
    ...rewordings('words', row, at, line(page, target), 2.4),
  ];
};

const withoutName: Maker = (rows, at, { base, page, files }) => {
  const row = rows[at];
  const text = row?.text ?? '';
  const { name: first } = partsOf(text);
  const run = /^(\s*)(?:RUN\s+)?(?:cp|mv|copy)\s+/i;
  return [
    ...rewordings('run', row, at, [text.replace(run, '$1COPY ')]),
    ...(distance(first, base) <= 2 ? named('FROM', rows, at) : []),
    ...(files.has(inBuildFolder(first)) || distance(first, page) <= 2
      ? named('COPY', rows, at)
      : []),
  ];
};

const named = (name: string, rows: readonly Row[], at: number) =>
  rewordings('name-missing', rows[at], at, [`${name} ${rows[at]?.text.trim() ?? ''}`], 1.2);

/** `FROM` before all other lines. */
export const order: Maker = (rows, at) => {
  const row = rows[at];
  const before = rows.slice(0, at);
  if (!row || at === 0 || partsOf(row.text).name.toUpperCase() !== 'FROM') return [];
  const moved = [fresh(row.text), ...before];
  return [{ mistake: 'order', at: 0, count: at + 1, rows: moved, cost: 1.1 }];
};
