import { rewording, type Change, type Maker, type Mistake } from '../change';
import { reworded } from '../row';
import { runAround } from './levels';

type Wording = readonly [mistake: Mistake, form: RegExp, by: string, cost?: number];

const ofOneLine: readonly Wording[] = [
  ['space-after-colon', /^(\s*(?:-\s+)?["']?[\w./-]+["']?):(?=[^\s/])/, '$1: '],
  ['space-after-dash', /^(\s*)-(?=[^\s-])/, '$1- '],
  ['colon-missing', /^(\s*(?:-\s+)?[\w./-]+)\s*$/, '$1:'],
  ['colon-missing', /^(\s*(?:-\s+)?[\w./-]+)\s+(?=\S)/, '$1: '],
  ['colon-other', /^(\s*(?:-\s+)?[\w/-]+)\s*[;=.,]\s*/, '$1: '],
  ['colon-other', /^(\s*(?:-\s+)?[\w/-]+)\s*::\s*/, '$1: '],
  ['colon-extra', /^(\s*-\s.*):\s*$/, '$1', 0.95],
  ['colon-extra', /^([^:]*:[^:]*):\s*$/, '$1'],
  ['slash-comment', /(^|\s)\/\//, '$1#'],
  ['comma-extra', /[,;]\s*$/, ''],
];

/** What only a whole run of lines may need: `KEY=value` under a mapping, a list for a mapping and the reverse. */
const ofRun: readonly Wording[] = [
  ...ofOneLine,
  ['dash-missing', /^(\s*)(?=\w)/, '$1- '],
  ['dash-extra', /^(\s*)-\s+/, '$1'],
];

/** Colons, commas and blanks: in the line, and in the whole run of lines of its depth. */
export const punctuation: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  const [from, to] = runAround(ground.parts, at);
  const run = ground.rows.slice(from, to);
  const alone = ofOneLine.flatMap(([mistake, form, by, cost]) =>
    rewording(mistake, ground, at, text.replace(form, by), cost),
  );
  const together = ofRun.flatMap(([mistake, form, by, cost = 1]): Change[] => {
    const rows = run.map((row) => reworded(row, row.text.replace(form, by)));
    const changed = rows.filter((row, index) => row.text !== run[index]?.text).length;
    if (changed < 2) return [];
    return [{ mistake, at: from, count: to - from, rows, cost: cost + 0.1 * (changed - 1) }];
  });
  return [...alone, ...together];
};

/** Quotation marks: one that is not closed, of two kinds, around a number, or missing. */
export const quotes: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  const marks = ['"', "'"].filter((mark) => text.includes(mark));
  const [one = '', other] = marks;
  if (other !== undefined)
    return marks.flatMap((mark) =>
      rewording('quote-mixed', ground, at, text.replace(/["']/g, mark)),
    );
  if (one === '') {
    const value = /^(\s*(?:-\s+)?(?:[\w./-]+:\s+)?)(\S.*)$/.exec(text);
    const quoted = value && `${value[1] ?? ''}"${value[2]?.trimEnd() ?? ''}"`;
    return quoted ? rewording('quote-missing', ground, at, quoted, 1.1) : [];
  }
  if (text.split(one).length % 2 === 1)
    return rewording('quote-extra', ground, at, text.replaceAll(one, ''));
  return [
    ...rewording('quote-open', ground, at, `${text.trimEnd()}${one}`),
    ...rewording('quote-open', ground, at, text.replace(one, ''), 1.1),
  ];
};

/** Docker's pair of ports where one number belongs. */
export const portPairs: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  const pair = /^(\s*(?:-\s+)?\w+:\s+)["']?(\d{1,5}):(\d{1,5})["']?\s*$/.exec(text);
  return [pair?.[2], pair?.[3]].flatMap((number) =>
    number === undefined ? [] : rewording('port-pair', ground, at, `${pair?.[1] ?? ''}${number}`),
  );
};
