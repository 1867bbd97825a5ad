import { endOf, withoutAtEnd } from './bounds';

it('keeps what stands last', () => {
  expect(endOf('abc', 2)).toBe('bc');
  expect(endOf('abc', 3)).toBe('abc');
});

it('takes a sign from the end only', () => {
  expect(withoutAtEnd(`/a/${'/'.repeat(1_000_000)}`, '/')).toBe('/a');
  expect(withoutAtEnd(`${'/'.repeat(200_000)}a`, '/')).toHaveLength(200_001);
  expect(withoutAtEnd('//', '/')).toBe('');
});
