import { Failure } from '../failure';
import { programMissing } from '../problems/program';
import { rangeOf, rangesIn, reservedRanges } from './reserved-ports';

// After answers that readers have published; nothing of it was run on Windows.
const answer = (title: string, start: string, end: string) =>
  [
    '',
    `${title}`,
    '',
    `${start}    ${end}`,
    '----------    --------',
    '      5357        5357',
    '      8004        8103  ',
    '     50000       50059     *',
    '',
    '* - x 12 34',
    '',
  ].join('\r\n');
const english = answer('Protocol tcp Port Exclusion Ranges', 'Start Port', 'End Port');
const korean = answer('프로토콜 tcp 포트 제외 범위', '시작 포트', '끝 포트');
const ranges = [
  { from: 5357, to: 5357 },
  { from: 8004, to: 8103 },
  { from: 50_000, to: 50_059 },
];

it.each([
  ['English', english],
  ['Korean', korean],
])('reads the ranges in %s', (_, text) => {
  expect(rangesIn(text)).toEqual(ranges);
});

it.each([
  ['nothing', ''],
  ['a refusal', 'The following command was not found: interface ipv4 show'],
  ['numbers of another kind', '1 2 3\n999999 1\n70000 70001\n9000 8000\n-1 5'],
])('reads no range in %s', (_, text) => {
  expect(rangesIn(text)).toEqual([]);
});

it('is fast on a long answer', () => {
  const begin = performance.now();
  rangesIn(`${' '.repeat(60_000)}1${'\t1 '.repeat(20_000)}`);
  expect(performance.now() - begin).toBeLessThan(200);
});

it.each([
  [8004, ranges[1]],
  [8103, ranges[1]],
  [8104, undefined],
  [80, undefined],
])('finds the range of the port %d', (port, range) => {
  expect(rangeOf(port, ranges)).toEqual(range);
});

it('asks netsh on Windows and in WSL only, and takes no answer for no range', async () => {
  const asked: string[] = [];
  const ask = (program: string, words: readonly string[]) => {
    asked.push([program, ...words].join(' '));
    return Promise.resolve({ code: 0, stdout: english, stderr: '' });
  };
  expect(await reservedRanges('windows', ask)).toEqual(ranges);
  expect(await reservedRanges('wsl', ask)).toEqual(ranges);
  expect(await reservedRanges('debian', ask)).toEqual([]);
  expect(asked).toEqual([
    'netsh interface ipv4 show excludedportrange protocol=tcp',
    'netsh.exe interface ipv4 show excludedportrange protocol=tcp',
  ]);
  const missing = new Failure(programMissing({ program: 'netsh' }));
  expect(await reservedRanges('windows', () => Promise.reject(missing))).toEqual([]);
});
