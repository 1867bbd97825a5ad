import { parseJson } from './json';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

it.each([
  ['a list in lists', nested(100), JSON.parse(nested(100))],
  ['brackets in a text', `["${'['.repeat(1_000)}"]`, ['['.repeat(1_000)]],
  ['quotes in a text', `["\\"${'{'.repeat(200)}\\\\"]`, [`"${'{'.repeat(200)}\\`]],
  ['many lists side by side', `[${'[],'.repeat(5_000)}[]]`, Array(5_001).fill([])],
])('%s is read as it is', (_what, text, value) => {
  expect(parseJson(text)).toEqual(value);
});

it.each([
  ['lists in each other', nested(101)],
  ['a million and a half lists in each other', nested(1_500_000)],
  ['objects in each other', '{"a":'.repeat(101)],
  ['very many objects', `[${'{},'.repeat(1_390_000)}{}]`],
  ['very many numbers', `[${'0,'.repeat(2_000_000)}0]`],
  ['a text without an end', '"\\'],
  ['nothing', ''],
])('%s are refused', (_what, text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});
