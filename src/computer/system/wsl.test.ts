import { wslLine } from '../words';
import { distributionsIn } from './wsl';

// A list of a user's report, in English; the Korean one has the states of Windows in Korean.
const english = [
  '  NAME              STATE           VERSION',
  '* Ubuntu            Running         2',
  '  Legacy            Stopped         1',
  '  Ubuntu-18.04      Stopped         1',
  '  docker-desktop    Running         2',
  '',
].join('\r\n');
const korean = english
  .replace('NAME ', '이름 ')
  .replace('STATE', '상태')
  .replace('VERSION', '버전')
  .replaceAll('Running', '실행 중')
  .replaceAll('Stopped', '중지됨');

const expected = [
  { name: 'Ubuntu', version: 2, isDefault: true },
  { name: 'Legacy', version: 1, isDefault: false },
  { name: 'Ubuntu-18.04', version: 1, isDefault: false },
  { name: 'docker-desktop', version: 2, isDefault: false },
];

describe.each([
  ['English', english],
  ['Korean', korean],
])('a list in %s', (_, text) => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read where it comes as %s', (_encoding, bytes) => {
    expect(distributionsIn(bytes.toString('utf8'))).toEqual(expected);
  });
});

it.each([
  '',
  'Linux용 Windows 하위 시스템에 설치된 배포가 없습니다.\r\n',
  "Windows Subsystem for Linux has no installed distributions.\r\nUse 'wsl.exe --list --online' to list available distributions\r\n",
  '\uFFFD'.repeat(1_000),
  '* --set-default  x  2',
])('finds no distribution in %j', (text) => {
  expect(distributionsIn(text)).toEqual([]);
});

it('is told in a line, in both languages', () => {
  const distributions = distributionsIn(english).slice(0, 2);
  const wsl = { is: 'there', version: '2.3.26.0', kernel: '5.15.167.4-1' } as const;
  expect(wslLine({ wsl, distributions })).toEqual({
    ko: 'WSL 2.3.26.0, 배포판: Ubuntu (버전 2, 기본), Legacy (버전 1)',
    en: 'WSL 2.3.26.0, distributions: Ubuntu (version 2, the default), Legacy (version 1)',
  });
  expect(wslLine({ wsl: { is: 'missing' }, distributions: [] }).ko).toBe('WSL: 없음');
});
