import { rewording, type Change, type Maker, type Mistake } from '../change';
import { withoutComment } from '../parts';
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
  ['dash-missing', /^(\s*)(?=\w)/, '$1- ', 1.06],
  ['dash-extra', /^(\s*)-\s+/, '$1'],
];

/** Colons, commas and blanks: in the line, and in the whole run of lines of its depth. */
export const punctuation: Maker = (ground, at) => {
  const [body, comment] = withoutComment(ground.rows[at]?.text ?? '');
  const [from, to] = runAround(ground.parts, at);
  const run = ground.rows.slice(from, to);
  const alone = ofOneLine.flatMap(([mistake, form, by, cost]) =>
    rewording(mistake, ground, at, body.replace(form, by) + comment, cost),
  );
  // A dash without a blank hides whatever else is wrong in its line.
  const spaced = body.replace(/^(\s*)-(?=[^\s-])/, '$1- ');
  const both = ofOneLine.flatMap(([mistake, form, by, cost = 1]) => {
    const after = spaced.replace(form, by);
    const isNew = spaced !== body && after !== spaced;
    return isNew ? rewording(mistake, ground, at, after + comment, cost + 1) : [];
  });
  const together = ofRun.flatMap(([mistake, form, by, cost = 1]): Change[] => {
    const rows = run.map((row) => {
      const [line, rest] = withoutComment(row.text);
      return reworded(row, line.replace(form, by) + rest);
    });
    const changed = rows.filter((row, index) => row.text !== run[index]?.text).length;
    if (changed < 2) return [];
    return [{ mistake, at: from, count: to - from, rows, cost: cost + 0.1 * (changed - 1) }];
  });
  return [...alone, ...both, ...together];
};

/** Quotation marks: one that is not closed, of two kinds, around a number, or missing. */
export const quotes: Maker = (ground, at) => {
  const [body, comment] = withoutComment(ground.rows[at]?.text ?? '');
  const to = (mistake: Mistake, text: string, cost?: number) =>
    rewording(mistake, ground, at, text + comment, cost);
  const marks = ['"', "'"].filter((mark) => body.includes(mark));
  const [one = '', other] = marks;
  if (other !== undefined)
    return marks.flatMap((mark) => to('quote-mixed', body.replace(/["']/g, mark)));
  if (one === '') {
    const value = /^(\s*(?:-\s+)?(?:[\w./-]+:\s+)?)(\S.*)$/.exec(body);
    const quoted = value && `${value[1] ?? ''}"${value[2]?.trimEnd() ?? ''}"`;
    return quoted ? to('quote-missing', quoted, 1.1) : [];
  }
  if (body.split(one).length % 2 === 1) return to('quote-extra', body.replaceAll(one, ''));
  return [
    ...to('quote-open', `${body.trimEnd()}${one}`),
    ...to('quote-open', body.replace(one, ''), 1.1),
  ];
};

/** Docker's pair of ports where one number belongs. */
export const portPairs: Maker = (ground, at) => {
  const [body, comment] = withoutComment(ground.rows[at]?.text ?? '');
  const pair = /^(\s*(?:-\s+)?\w+:\s+)["']?(\d{1,5}):(\d{1,5})["']?\s*$/.exec(body);
  return [pair?.[2], pair?.[3]].flatMap((number) =>
    number === undefined
      ? []
      : rewording('port-pair', ground, at, `${pair?.[1] ?? ''}${number}${comment}`),
  );
};
