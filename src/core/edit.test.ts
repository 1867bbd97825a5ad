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
  [
    'a line, with one more before it',
    [
      { file, line: 2, before: [], after: ['1.5'] },
      { file, line: 2, before: ['two'], after: ['2'] },
    ],
    ['one', '1.5', '2', 'three'],
  ],
  [
    'nothing but two lines more in one place, in their order',
    [
      { file, line: 2, before: [], after: ['1.3'] },
      { file, line: 2, before: [], after: ['1.6'] },
    ],
    ['one', '1.3', '1.6', 'two', 'three'],
  ],
  [
    'several lines more at one place, in their order',
    [
      { file, line: 4, before: [], after: ['four'] },
      { file, line: 4, before: [], after: ['five'] },
    ],
    [...lines, 'four', 'five'],
  ],
])('an edit changes %s', (_, edits, after) => {
  expect(edited(lines, edits)).toEqual(after);
});
