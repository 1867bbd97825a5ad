import { parse } from 'csv-parse/sync';

import { csvOf } from './csv';

const back = (text: string): unknown => parse(text, { bom: true });

it('is read back as it was, whatever stands in a cell', () => {
  const rows = [
    ['id', 'name'],
    ['kim', '김철수, "반장"\n1반'],
    ['', ' x '],
  ];
  expect(back(csvOf(rows))).toEqual(rows);
});

it.each(['=1+1', '+82', '-rf', '@SUM(A1)', '\tx', '\r=1'])(
  'keeps %j from being a formula',
  (text) => {
    expect(back(csvOf([[text, 'x']]))).toEqual([[`'${text}`, 'x']]);
  },
);

it('leaves numbers numbers, below nothing too', () => {
  expect(csvOf([[-0.5, 12, undefined, false]])).toBe('\uFEFF-0.5,12,,false\r\n');
});
