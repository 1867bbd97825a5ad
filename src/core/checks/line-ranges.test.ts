import { rangesOf } from './line-ranges';

it.each([
  [[], ''],
  [[4], '4'],
  [[4, 5, 6], '4–6'],
  [[4, 4, 5], '4–5'],
  [[9, 13], '9, 13'],
  [[1, 2, 9, 13, 14], '1–2, 9, 13–14'],
  [[1, 3, 5, 7, 9, 11], '1, 3, 5, 7, 9 …'],
])('the lines %j are written as `%s`', (lines, text) => {
  expect(rangesOf(lines)).toBe(text);
});
