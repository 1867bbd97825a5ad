import { convertHangulToQwerty } from 'es-hangul';
import { distance } from 'fastest-levenshtein';

import { withoutAtEnd } from '../../../core/answers/bounds';
import { pasted } from '../../../core/repair/candidates/lines';
import { plainGround } from '../../../core/repair/change';
import { otherLetters } from '../../../core/repair/candidates/letters';
import { fresh, inOneLine, reworded, type Row } from '../../../core/repair/row';
import type { DockerfileGoal } from './goal';
import { instructionNames } from '../../model/dockerfile';
import { partsOf, rewordings, type Candidate, type Maker } from './line';
import { order, words } from './words';

const names = [...instructionNames].sort((one, other) => one.length - other.length);
const longestFirst = [...names].reverse();
const anyName = longestFirst.join('|');
const beforeName = new RegExp(`^[^\\p{L}]+(?=(?:${anyName})\\b)`, 'iu');
const nameAndMore = new RegExp(`^(\\s*)(${anyName})(?=[^\\s])`, 'i');
const nameAndMark = new RegExp(`^(\\s*(?:${anyName}))\\s*[:=>]\\s*`, 'i');

const letters: Maker = (rows, at) => [
  ...otherLetters(plainGround(rows), at).map((one): Candidate => ({ ...one, mistake: 'letter' })),
  ...rewordings('keyboard', rows[at], at, [
    (rows[at]?.text ?? '').replace(/^\s*[가-힣ㄱ-ㅣ]+/, (word) =>
      convertHangulToQwerty(word).toUpperCase(),
    ),
  ]),
];

/** The first word is nearly the name of an instruction, with or without a space behind it. */
const misspelt: Maker = (rows, at) => {
  const text = rows[at]?.text ?? '';
  const { indent, name: word, rest } = partsOf(text);
  const near = names.filter((name) => isSlip(word, name));
  const ofBoth = ['FROM', 'COPY'].flatMap((name) =>
    [name.length, name.length - 1, name.length + 1]
      .filter((length) => length < word.length && isSlip(word.slice(0, length), name))
      .map((length) => `${indent}${name} ${word.slice(length)}${rest}`),
  );
  return [
    ...near.flatMap((name) =>
      rewordings(
        'name',
        rows[at],
        at,
        [`${indent}${name}${rest}`],
        0.8 + 0.1 * distance(word, name),
      ),
    ),
    ...rewordings('name', rows[at], at, ofBoth, 1.9),
  ];
};

const isSlip = (word: string, name: string) =>
  distance(word.toUpperCase(), name) <= (name.length > 3 ? 2 : 1);

const spaces: Maker = (rows, at, { target, page }) => {
  const text = rows[at]?.text ?? '';
  const gaps = [...text.matchAll(/\s+/g)].map(
    ({ index, 0: gap }) => text.slice(0, index) + text.slice(index + gap.length),
  );
  return [
    ...rewordings('space-missing', rows[at], at, [
      text.replace(nameAndMore, '$1$2 '),
      ...[target, page].map((word) => parted(text, word)),
    ]),
    ...rewordings('space-extra', rows[at], at, gaps, 1.1),
  ];
};

/** A text with spaces around a word. */
function parted(text: string, word: string): string {
  const from = text.indexOf(word);
  if (from < 0) return text;
  const [before, after] = [text.slice(0, from), text.slice(from + word.length)];
  const head = /[\w.]$/.test(before) ? `${before} ` : before;
  return head + word + (/^\w/.test(after) ? ` ${after}` : after);
}

const marks: Maker = (rows, at) => {
  const text = rows[at]?.text ?? '';
  return rewordings('mark', rows[at], at, [
    text.replace(nameAndMark, '$1 '),
    text.replace(beforeName, ''),
    text.replace(/,\s*/g, ' '),
    text.replace(/[,;.]\s*$/, ''),
    text.replace(/\s(?:>|->|=>|to|into)\s/, ' '),
  ]);
};

const comments: Maker = (rows, at) => {
  const text = rows[at]?.text ?? '';
  return rewordings('comment', rows[at], at, [
    text.replace(/^(\s*)(?:\/\/+|--+|;+|\/\*+)\s*/, '$1# '),
    text.replace(/\s(?:#|\/\/|--\s|\/\*|<!--).*$/, '').trimEnd(),
  ]);
};

const quotes: Maker = (rows, at) =>
  rewordings('quote', rows[at], at, [(rows[at]?.text ?? '').replace(/(?<!`)["'`](?!`)/g, '')]);

const slashes: Maker = (rows, at) => {
  const text = rows[at]?.text ?? '';
  return rewordings('backslash', rows[at], at, [text.replace(/\\(?=\S)/g, '/')]);
};

/** Whole lines: those of a page or a terminal, one that goes on in the next, one that begins in the middle of another. */
const lines: Maker = (rows, at) => {
  const [row, next] = [rows[at], rows[at + 1]];
  if (!row) return [];
  const again = /\s(?=(?:FROM|COPY)\s)/i;
  const [first = '', ...rest] = row.text
    .trimStart()
    .split(again)
    .map((part) => part.trim());
  const halves = [reworded(row, first), ...rest.map(fresh)];
  const wholes = next?.text.trim() ? inOneLine(row.text, next.text) : [];
  return [
    ...pasted(plainGround(rows), at).map((one): Candidate => ({ ...one, mistake: 'pasted' })),
    ...(rest.length > 0
      ? [{ mistake: 'joined' as const, at, count: 1, rows: halves, cost: 1.1 }]
      : []),
    ...wholes.map((text): Candidate => {
      return { mistake: 'wrapped', at, count: 2, rows: [reworded(row, text)], cost: 1.2 };
    }),
    ...rewordings('joined', row, at, [withoutAtEnd(row.text.trimEnd(), '\\').trimEnd()]),
    { mistake: 'unknown', at, count: 1, rows: [], cost: 1.9 },
  ];
};

const makers = [letters, misspelt, spaces, marks, comments, quotes, slashes, lines, words, order];

/** Every change of a Dockerfile that undoes a mistake of readers, or adds a line that the goal needs. */
export function candidates(rows: readonly Row[], goal: DockerfileGoal): Candidate[] {
  const end = rows.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const added = (at: number, text: string): Candidate => ({
    mistake: 'missing',
    at,
    count: 0,
    rows: [fresh(text)],
    cost: 2.6,
  });
  const changed = rows.flatMap(({ text }, at) => {
    const isComment = /^\s*(?:#|$)/.test(text);
    return isComment ? [] : makers.flatMap((make) => make(rows, at, goal));
  });
  return [
    ...changed,
    added(0, `FROM ${goal.base}`),
    added(end, `COPY ${goal.page} ${goal.target}`),
  ];
}
