import { endOf, withoutAtEnd } from './bounds';

it('keeps the last characters of a text', () => {
  expect(endOf('abc', 2)).toBe('bc');
  expect(endOf('abc', 3)).toBe('abc');
});

it('removes a character from the end of a text only, however often it is there', () => {
  expect(withoutAtEnd(`/a/${'/'.repeat(1_000_000)}`, '/')).toBe('/a');
  expect(withoutAtEnd(`${'/'.repeat(200_000)}a`, '/')).toHaveLength(200_001);
  expect(withoutAtEnd('//', '/')).toBe('');
});
