import { edited, type Edit } from './edit';

const file = 'a.yml';
const lines = ['one', 'two', 'three'];

it.each<[string, Edit[], string[]]>([
  ['nothing', [], lines],
  ['another line', [{ file, line: 2, before: ['two'], after: ['2'] }], ['one', '2', 'three']],
  ['a line less', [{ file, line: 1, before: ['one'], after: [] }], ['two', 'three']],
  ['a line more', [{ file, line: 2, before: [], after: ['1.5'] }], ['one', '1.5', 'two', 'three']],
  ['a line at the end', [{ file, line: 4, before: [], after: ['four'] }], [...lines, 'four']],
  [
    'two places, each by its line in the file as it is',
    [
      { file, line: 1, before: ['one'], after: ['0', '1'] },
      { file, line: 3, before: ['three'], after: ['3'] },
    ],
    ['0', '1', 'two', '3'],
  ],
])('an edit changes %s', (_, edits, after) => {
  expect(edited(lines, edits)).toEqual(after);
});
