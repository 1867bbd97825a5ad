import stringWidth from 'string-width';

import { beside, layOut, widthOf } from './layout';

const korean =
  '컨테이너마다 이름과 호스트 포트가 서로 달라야 합니다. 컨테이너 쪽 포트는 모두 같아도 됩니다.';
const wordsOf = (text: string) => text.split(/\s+/);

describe.each([20, 40, 80])('a text in %i columns', (width) => {
  it('keeps every word whole, and fits', () => {
    const lines = layOut(korean, width).split('\n');
    expect(wordsOf(lines.join(' '))).toEqual(wordsOf(korean));
    lines.forEach((line) => expect(stringWidth(line)).toBeLessThanOrEqual(width));
  });

  it.each(['  1. ', '✗ ', '  \u001b[31m✗\u001b[39m ', '    -> ', '      '])(
    'indents the next lines under the beginning %j',
    (beginning) => {
      const [first = '', ...others] = layOut(beginning + korean, width).split('\n');
      const indent = ' '.repeat(stringWidth(beginning));
      expect(first.startsWith(beginning)).toBe(true);
      expect(others.length).toBeGreaterThan(0);
      others.forEach((line) => expect(/^ */.exec(line)?.[0]).toBe(indent));
    },
  );
});

it('does not break lines where no width is known', () => {
  expect(layOut(korean, undefined)).toBe(korean);
  expect(beside('ch04-many  ', korean, undefined)).toBe(`ch04-many  ${korean}`);
});

it.each([
  'docker compose -f com_folder/docker-compose.yml up -d',
  'kubectl apply -f kube_folder/apa000dep.yml --namespace default',
])('never breaks the command %s, so that it can be copied', (command) => {
  expect(layOut(`터미널에 \`${command}\` 명령을 입력합니다.`, 40).split('\n')).toContain(
    `\`${command}\` 명령을`.split(' 명령을')[0],
  );
  expect(layOut(`  → 다시 적용합니다: ${command}`, 40)).toContain(command);
});

it('keeps a short quotation in one line, and breaks one that is longer than a line', () => {
  expect(layOut('내 컴퓨터의 폴더는 `호스트 포트:컨테이너 포트` 순서로 씁니다.', 30)).toContain(
    '`호스트 포트:컨테이너 포트`',
  );
  const long = `\`${'no such host '.repeat(10)}\``;
  layOut(`Docker says ${long}`, 40)
    .split('\n')
    .forEach((line) => expect(line.length).toBeLessThanOrEqual(40));
});

it('does not break an identifier that is longer than a line', () => {
  const path = `/home/reader/${'folder/'.repeat(10)}docker-compose.yml`;
  expect(layOut(`파일이 없습니다: ${path}`, 40).split('\n')).toContain(path);
});

it('puts a title beside its id, and below it where the width is too small', () => {
  const head = 'ch05-wordpress-mariadb  5-04  ';
  expect(beside(head, korean, 80).split('\n')[1]).toMatch(/^ {30}\S/);
  expect(beside(head, korean, 40).split('\n').slice(0, 2)).toEqual([
    'ch05-wordpress-mariadb  5-04',
    expect.stringMatching(/^ {4}\S/),
  ]);
});

describe('the width', () => {
  const stream = (isTTY: boolean, columns: number) =>
    ({ isTTY, columns }) as unknown as NodeJS.WriteStream;
  const { COLUMNS } = process.env;
  afterEach(() => {
    if (COLUMNS === undefined) delete process.env['COLUMNS'];
    else process.env['COLUMNS'] = COLUMNS;
  });

  it('is that of the terminal', () => {
    process.env['COLUMNS'] = '100';
    expect(widthOf(stream(true, 72))).toBe(72);
  });

  it('is undefined for a script, and for a terminal that does not know its own', () => {
    delete process.env['COLUMNS'];
    expect(widthOf(stream(false, 72))).toBeUndefined();
    expect(widthOf(stream(true, 0))).toBeUndefined();
  });

  it.each([
    ['40', 40],
    ['wide', undefined],
    ['0', undefined],
  ])('is that of COLUMNS=%s without a terminal', (value, width) => {
    process.env['COLUMNS'] = value;
    expect(widthOf(stream(false, 72))).toBe(width);
  });
});
