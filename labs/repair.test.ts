import { repair } from '../src/core/repair/search';
import { bookFiles, endsOf } from './repair.fixture';

it.each(bookFiles)('the solution $name needs no repair, and is read only once', (file) => {
  const { text, goal } = file;
  expect(repair(text, goal)).toMatchObject({ changes: [], text, faults: [], tried: 1 });
  const onWindows = text.replaceAll('\n', '\r\n');
  expect(repair(onWindows, goal)).toMatchObject({ changes: [], text: onWindows });
  expect(file.problems(text)).toEqual([]);
});

// A busy machine needs a minute for it, and Wine longer.
jest.setTimeout(600_000);

it('nearly all of 100 solutions with mistakes are right when what is told is followed, and none is further away', () => {
  const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
  const { failed, further } = endsOf(seeds);
  expect(further).toEqual([]);
  expect(failed.length > 0.05 * seeds.length ? failed : []).toEqual([]);
});
