import { groupsOf, linesApart, stepsOf } from './edits';
import type { Change } from './change';
import { fresh, reworded, type Row } from './row';

const rows = ['one', 'two', 'three', 'four'].map((text, origin): Row => ({ text, origin }));
const [, two, three] = rows as [Row, Row, Row, Row];

const change = (at: number, count: number, added: readonly Row[]): Change => ({
  mistake: 'value',
  at,
  count,
  rows: added,
  cost: 1,
});
const editsAfter = (...changes: Change[]) =>
  groupsOf(rows, stepsOf(rows, changes)).map(({ edits }) => edits);

it('changes in different places are groups of their own, each with the lines of the file as it was', () => {
  expect(editsAfter(change(0, 0, [fresh('zero')]), change(3, 1, [reworded(three, '3')]))).toEqual([
    [{ line: 1, before: [], after: ['zero'] }],
    [{ line: 3, before: ['three'], after: ['3'] }],
  ]);
});

it('changes of the same line are one edit', () => {
  const first = reworded(two, 'TWO');
  const groups = groupsOf(
    rows,
    stepsOf(rows, [change(1, 1, [first]), change(1, 1, [reworded(first, 'T')])]),
  );
  expect(groups).toMatchObject([{ edits: [{ line: 2, before: ['two'], after: ['T'] }] }]);
  expect(groups[0]?.steps.map(({ lines }) => lines)).toEqual([[2], [2]]);
});

it('of the lines that a change takes along, only those count that became others', () => {
  expect(editsAfter(change(1, 3, [reworded(two, '2'), three, fresh('3.5')]))).toEqual([
    [
      { line: 2, before: ['two'], after: ['2'] },
      { line: 4, before: ['four'], after: ['3.5'] },
    ],
  ]);
});

it('what is written and taken away again is no edit', () => {
  expect(editsAfter(change(4, 0, [fresh('five')]), change(4, 1, []))).toEqual([]);
});

it('an edit of as many lines as before is parted into its lines', () => {
  expect(linesApart({ line: 2, before: ['a', 'b'], after: ['A', 'B'] })).toEqual([
    { line: 2, before: ['a'], after: ['A'] },
    { line: 3, before: ['b'], after: ['B'] },
  ]);
  const joined = { line: 2, before: ['a', 'b'], after: ['ab'] };
  expect(linesApart(joined)).toEqual([joined]);
});
