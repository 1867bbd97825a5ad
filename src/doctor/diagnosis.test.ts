import {
  judgeAddress,
  judgeArchitecture,
  judgeClock,
  judgeCompose,
  judgeDisk,
  judgeMirrors,
  withSide,
  type Found,
} from './diagnosis';

const codes = ({ status, problems }: Found) => [status, ...problems.map(({ code }) => code)];

test.each([
  ['2.0.0', ['ok']],
  ['v2.40.3-desktop.1', ['ok']],
  ['5.1.0', ['ok']],
  ['1.29.2', ['problem', 'compose-too-old']],
  ['', ['problem', 'compose-too-old']],
])('judges Compose %j as %j', (version, expected) => {
  expect(codes(judgeCompose(version))).toEqual(expected);
});

test.each([
  [60_400, ['ok']],
  [-60_400, ['ok']],
  [61_000, ['problem', 'clock-differs']],
  [-3_600_000, ['problem', 'clock-differs']],
])('judges a clock that is %d ms ahead as %j', (ahead, expected) => {
  expect(codes(judgeClock(ahead))).toEqual(expected);
});

test('gives the difference of the clocks in seconds', () => {
  expect(judgeClock(-3_600_000).problems[0]?.values).toEqual({ seconds: '3600' });
});

test.each([
  ['x86_64', ['ok']],
  ['aarch64', ['ok']],
  ['riscv64', ['problem', 'architecture-unsupported']],
  ['armv7l', ['problem', 'architecture-unsupported']],
])('judges the architecture %s as %j', (architecture, expected) => {
  expect(codes(judgeArchitecture(architecture))).toEqual(expected);
});

test.each([
  [20e9, ['ok']],
  [5e9, ['warning', 'disk-low']],
  [0.5e9, ['problem', 'disk-low']],
  [0, ['problem', 'disk-low']],
])('judges a disk with %d bytes left as %j', (bytes, expected) => {
  const found = judgeDisk('/data', bytes);
  expect(codes(found)).toEqual(expected);
  expect(found.found.ko).toContain('/data');
});

test.each([
  ['wsl', '/mnt/c/Users/kim/study', ['ok', 'folder-of-windows']],
  ['wsl', '/mnt/d', ['ok', 'folder-of-windows']],
  ['wsl', '/home/kim', ['ok']],
  ['wsl', '/mnt/cdrom', ['ok']],
  ['debian', '/mnt/c/study', ['ok']],
] as const)('on %s, notes the side of the folder %s as %j', (system, folder, expected) => {
  expect(codes(withSide(judgeDisk('/data', 20e9), system, folder))).toEqual(expected);
});

test('tells what the teacher does with the address, and an unknown one is no error', () => {
  const { status, found } = judgeAddress('203.0.113.7/32');
  expect(status).toBe('ok');
  for (const text of [found.ko, found.en]) expect(text).toContain('allow: [203.0.113.7/32]');
  expect(codes(judgeAddress(undefined))).toEqual(['unknown']);
});

describe('registry mirrors', () => {
  const answer = { url: 'http://192.0.2.1:5001/', reason: '', has: 0, of: 8 };

  test('are ok when there is none', () =>
    expect(judgeMirrors([])).toMatchObject({ status: 'ok', found: { en: 'none' } }));

  test('are ok, with the number of images, when one answers', () => {
    const { status, found } = judgeMirrors([{ ...answer, state: 'answers', has: 7 }]);
    expect({ status, en: found.en }).toEqual({
      status: 'ok',
      en: "http://192.0.2.1:5001/ in use (7 of the book's 8 images)",
    });
  });

  test('are ok, with the address alone, when one cannot be asked from here', () => {
    const url = 'https://mirror.test/';
    const { status, found } = judgeMirrors([{ ...answer, url, state: 'unasked' }]);
    expect({ status, found }).toEqual({ status: 'ok', found: { ko: url, en: url } });
  });

  test('are a warning when one does not answer', () => {
    const silent = judgeMirrors([{ ...answer, state: 'silent', reason: 'ECONNREFUSED' }]);
    expect(codes(silent)).toEqual(['warning', 'mirror-silent']);
    expect(silent.problems[0]?.values).toEqual({ url: answer.url, reason: 'ECONNREFUSED' });
  });
});
