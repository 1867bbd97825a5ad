import { rewording, type Change, type Maker } from '../change';
import { fresh, reworded } from '../row';
import { runAround } from './levels';

/** What belongs to the items of lists: an item in the line of the name above it, a space inside one, a colon where a list has an equals sign, a bracket that is not closed. */
export const items: Maker = (ground, at) => [
  ...below(ground, at),
  ...spaces(ground, at),
  ...equals(ground, at),
  ...brackets(ground, at),
];

/** `ports: 8085:80`, where a list belongs. */
const below: Maker = ({ rows, parts }, at) => {
  const [row, part] = [rows[at], parts[at]];
  if (!row || part?.key === undefined || !part.value || part.dashes > 0) return [];
  if (/^[[{|>&*!]/.test(part.value)) return [];
  const head = row.text.slice(0, row.text.indexOf(':', part.column) + 1);
  const values = part.value.replace(/^-\s*/, '').split(',');
  const added = values.map((value) => fresh(`${' '.repeat(part.column + 2)}- ${value.trim()}`));
  const change: Change = {
    mistake: 'list-missing',
    at,
    count: 1,
    rows: [reworded(row, head), ...added],
    cost: 1,
  };
  return [change];
};

/** `- 8085: 80`, which is a mapping. */
const spaces: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  return rewording(
    'space-extra',
    ground,
    at,
    text.replace(/^(\s*-\s+["']?[\w./-]+)(?:\s+:\s*|:\s+)(?=[\w/])/, '$1:'),
  );
};

/** `- KEY: value`, where a list of texts has an equals sign; in the line and in the whole list. */
const equals: Maker = (ground, at) => {
  const write = (text: string) =>
    text.replace(/^(\s*-\s+["']?[A-Za-z]\w*)\s*(?:=|:(?=\s))\s*(?=\S)/, '$1=');
  const [from, to] = runAround(ground.parts, at);
  const run = ground.rows.slice(from, to);
  const rows = run.map((row) => reworded(row, write(row.text)));
  const changed = rows.filter((row, index) => row.text !== run[index]?.text).length;
  const cost = 1 + 0.1 * (changed - 1);
  const together: Change = { mistake: 'equals-missing', at: from, count: to - from, rows, cost };
  return [
    ...rewording('equals-missing', ground, at, write(ground.rows[at]?.text ?? '')),
    ...(changed < 2 ? [] : [together]),
  ];
};

const pairs = ['[]', '{}'] as const;

const brackets: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  return pairs.flatMap(([open = '', close = '']) => {
    const missing = text.split(open).length - text.split(close).length;
    if (missing !== 1) return [];
    return rewording('bracket-open', ground, at, `${text.trimEnd()}${close}`);
  });
};
