import { isShownBy, sameButForLineEndings } from './reader-file';

it('sees that only line endings differ', () => {
  expect(sameButForLineEndings('a\r\nb\r\n', 'a\nb')).toBe(true);
  expect(sameButForLineEndings('a\r\nb', 'a b')).toBe(false);
});

it('takes a page for a file when it is the whole of it, or all that was read of it', () => {
  const long = '가'.repeat(300_000);
  expect(isShownBy('<h1>hi</h1>', '<h1>hi</h1>')).toBe(true);
  expect(isShownBy(long.slice(0, 250_000), long)).toBe(true);
  expect(isShownBy('<h1>', '<h1>hi</h1>')).toBe(false);
  expect(isShownBy('', '')).toBe(false);
});
