import { visible, visibleJson, visibleLines, visibleLog, visiblePaint } from './visible';

it.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['a\nb\r\tc', 'a\\nb\\r\\tc'],
  ['\u009b1A', '\\u009b1A'],
  ['\u202e', '\\u202e'],
  ['\ud83d', '\\ud83d'],
  ['\u{e0041}', '\\u{e0041}'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

it.each(['', '김철수', '😀 ✈️', 'a\\nb', '=1+1', '\u00a0'])('%j is shown as it is', (text) => {
  expect(visible(text)).toBe(text);
});

it('writes out a letter that looks like a space, and keeps at most four marks on a letter', () => {
  expect(visible('a\u3164b\u2800')).toBe('a\\u3164b\\u2800');
  expect(visible(`a${'\u0301'.repeat(200)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  expect(visible('e\u0301 \u1112\u1161\u11ab')).toBe('e\u0301 \u1112\u1161\u11ab');
});

it('shows every character up to U+FFFE in a way that no terminal obeys', () => {
  const every = String.fromCodePoint(...Array(0xffff).keys());
  expect(visible(every, { most: Infinity })).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});

it.each(['x', '\u001b', '😀', '한', '\n'])(
  'cuts a text of a thousand times %j, and does not change the cut text again',
  (one) => {
    for (const most of [1, 2, 99, 100, 1_000]) {
      const shown = visible(one.repeat(1_000), { most });
      expect(shown.length).toBeLessThanOrEqual(most);
      expect(visible(shown, { most })).toBe(shown);
    }
  },
);

it('keeps the line breaks of a log, and no other control character', () => {
  const log = 'one\r\ntwo\u001b[A\rthree\n';
  expect(visibleLog({ log, said: log })).toEqual({
    log: 'one\ntwo\\u001b[A\\rthree\n',
    said: 'one\\r\\ntwo\\u001b[A\\rthree\\n',
  });
  expect(visibleLines(log)).toBe('one\ntwo\\u001b[A\\rthree\n');
});

it('keeps colours, and no other command to a terminal', () => {
  expect(visiblePaint('\u001b[1mbold\u001b[22m \u001b[2J\u001b]0;x\u0007')).toBe(
    '\u001b[1mbold\u001b[22m \\u001b[2J\\u001b]0;x\\u0007',
  );
});

it('writes JSON that is read back as the same value', () => {
  const value = { a: '\u202e\u009b\u007f\u2028\ud800 \u{e0041}\n', b: ['👩\u200d🏫'] };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});
