import { parse } from 'csv-parse/sync';

import { csvOf } from './csv';

const back = (text: string): unknown => parse(text, { bom: true });

it('gives every cell back unchanged when it is read', () => {
  const rows = [
    ['id', 'name'],
    ['kim', '김철수, "반장"\n1반'],
    ['', ' x '],
  ];
  expect(back(csvOf(rows))).toEqual(rows);
});

it.each(['=1+1', '+82', '-rf', '@SUM(A1)', '\tx', '\r=1'])(
  'does not let %j become a formula',
  (text) => {
    expect(back(csvOf([[text, 'x']]))).toEqual([[`'${text}`, 'x']]);
  },
);

it('keeps numbers as numbers, also negative ones', () => {
  expect(csvOf([[-0.5, 12, undefined, false]])).toBe('\uFEFF-0.5,12,,false\r\n');
});
