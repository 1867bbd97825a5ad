import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPosix } from '../../../testbed/programs/posix';
import type { Text } from '../../core/text';
import { ConfigError, placeOf } from './issue';
import { loadConfig } from './load';

const folder = mkdtempSync(join(tmpdir(), 'roster-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: Buffer | string, file = 'roster.csv') {
  writeFileSync(join(folder, 'dkkb.config.yaml'), `students: ${file}`);
  writeFileSync(join(folder, file), content);
  return loadConfig(folder, { environment: {} }).students;
}

const names = (content: Buffer | string, file?: string) =>
  read(content, file).map(({ name }) => name);

/** Each mistake of a roster, as a teacher reads it. */
function mistakes(language: keyof Text, work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.issues.map(({ value, reason, allowed, ...place }) => {
      expect(allowed.ko && allowed.en).toBeTruthy();
      return `${placeOf(place)[language]}: ${value} ${reason?.[language] ?? ''}`.trim();
    });
  }
  return [];
}

const refused = (content: Buffer | string) => mistakes('en', () => read(content));

const euckr = Buffer.from([0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6]);
const two = ['김철수', '이영희'];
const table = '번호\t이름\t반\r\n1\t김철수\t3\r\n2\t이영희\t3\r\n';

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? little : little.swap16();
}

it.each<[string, Buffer | string]>([
  ['with commas', '이름\n김철수\n이영희\n'],
  ['with a byte-order mark', '\uFEFF이름,반\n김철수,1\n이영희,1\n'],
  ['with semicolons', '번호;이름\n1;김철수\n2;이영희\n'],
  ['with tabs', table],
  ['with tabs, whose first column has no title', '\t이름\n1\t김철수\n2\t이영희\n'],
  ['as “Unicode text” of a spreadsheet', utf16(table, 'le')],
  ['as UTF-16 with the high byte first', utf16(table, 'be')],
  ['with the line `sep=;` of a spreadsheet', 'sep=;\r\n이름;id\r\n김철수;a\r\n이영희;b\r\n'],
  ['from an old Mac', '이름\r김철수\r이영희\r'],
  ['with blank lines before it', '\n \n이름\n\n김철수\n이영희'],
  ['with empty rows at its end', '번호,이름,id\n1,김철수,\n2,이영희,\n,,\n ,"",\n\n\n'],
  ['with other delimiters in a title', '"성별 (남;여;없음)",이름\n남,김철수\n여,이영희\n'],
  ['with empty columns', '이름,id,,\n김철수,a,,\n이영희,b,,,\n'],
  ['with more columns', '학년,반,번호,성명,비고\n1,2,1,김철수,\n1,2,2,이영희,"전학, 3월"\n'],
  ['with spaces in a title', '성  명\n김철수\n이영희\n'],
  ['with a title of a Mac', `${'이름'.normalize('NFD')}\n${two.join('\n').normalize('NFD')}`],
  ['with an English title', 'No,Student Name\n1,김철수\n2,이영희\n'],
  ['with the column `학생`', '학생\n김철수\n이영희\n'],
])('reads a roster %s', (_situation, content) => {
  expect(names(content)).toEqual(two);
});

it('reads a roster in the encoding of a Korean spreadsheet', () => {
  expect(names(Buffer.concat([Buffer.from('name\n'), euckr]))).toEqual(['김철수']);
  const cp949 = Buffer.from([0xb9, 0xe9, 0x8c, 0x63, 0xbc, 0xf6]);
  expect(names(Buffer.concat([Buffer.from('name\n'), cp949]))).toEqual(['백똠수']);
});

it.each(['roster.txt', 'roster.tsv', 'ROSTER.CSV'])('reads a roster that is called %s', (file) => {
  expect(names(table, file)).toEqual(two);
});

it('takes the id of a student who has one', () => {
  expect(read('이름,반,id\n"김, 철수",1,\n이영희,1,lee\n')).toEqual([
    { name: '김, 철수', id: expect.stringMatching(/^gim-cheolsu-[0-9a-f]{6}$/) },
    { name: '이영희', id: 'lee' },
  ]);
  expect(read('이름,id\n김철수,a\n김철수,b\n').map(({ id }) => id)).toEqual(['a', 'b']);
});

it.each([
  ['', 'roster.csv: - The file is empty.'],
  [' \n,,\n', 'roster.csv: - The file is empty.'],
  ['\n이름,반\n', 'roster.csv, line 2: "이름,반" There is only this line'],
  ['이름\n\n,\n', 'roster.csv, line 1: "이름" There is only this line'],
  ['김철수\n이영희\n', 'roster.csv, line 1: "김철수" The first line does not say which column'],
  ['who,id\nkim,a\n', 'roster.csv, line 1: "who,id" The first line does not say'],
  [
    'name,id\nkim,a\n\nlee\n',
    `roster.csv, line 4: "lee" Cells in the line of the columns' names: 2; in this one: 1.`,
  ],
  [
    'name;id\nkim;a;b\n',
    `roster.csv, line 2: "kim;a;b" Cells in the line of the columns' names: 2; in this one: 3.`,
  ],
  [
    'name\nKim, Chul\n',
    `roster.csv, line 2: "Kim, Chul" Cells in the line of the columns' names: 1;`,
  ],
  ['name\n\nlee\n"kim\n\nx\n', 'roster.csv, line 4: "\\"kim" A quotation mark (") is not closed'],
  ['name\nlee\nki"m"\n', 'roster.csv, line 3: "ki\\"m\\"" A quotation mark'],
  ['name\n"kim"x\n', 'roster.csv, line 2: "\\"kim\\"x" A quotation mark'],
  ['"name\nkim\n', 'roster.csv, line 1: "\\"name" A quotation mark'],
  ['no,name\n1,kim\n\n2,\n', 'roster.csv, line 4: "" The name is empty.'],
  [
    'name\nkim\n\n\nkim\n',
    'roster.csv, line 5: "kim" The same name was there before: roster.csv, line 2.',
  ],
  [
    'name,id\nkim,a\nlee,a\n',
    'roster.csv, line 3: "a" It is the id of kim too: roster.csv, line 2.',
  ],
  ['name,id\nkim,../x\n', 'roster.csv, line 2: "../x" This cannot be an id.'],
  [`name\n${'x'.repeat(65)}\n`, `roster.csv, line 2: "${'x'.repeat(65)}"`],
  ['name\n"kim\nlee"\n', 'roster.csv, line 2: "kim\\nlee"'],
  ['no,name\n"1\n\n",lee\n2,!\n', 'roster.csv, line 5: "!"'],
  ['no,name\r\n"1\r\n\r\n",lee\r\n2,!\r\n', 'roster.csv, line 5: "!"'],
])('refuses the roster %j with its line, its value and the reason', (csv, mistake) => {
  expect(refused(csv)).toEqual([expect.stringContaining(mistake)]);
});

it('tells every mistake of a roster, each with its line', () => {
  const places = refused('name,id\nkim,a\nlee\nkim,b\nzoe,a\n"ann\n').map(
    (mistake) => /line \d+/.exec(mistake)?.[0],
  );
  expect(places).toEqual(['line 3', 'line 5', 'line 6']);
});

it('tells the mistakes in Korean, without a word of the parser', () => {
  const of = (csv: string) => mistakes('ko', () => read(csv)).join('\n');
  expect(of('이름\n김철수\n\n김철수\n')).toBe(
    'roster.csv의 4번째 줄: "김철수" 같은 이름이 먼저 나왔습니다: roster.csv의 2번째 줄',
  );
  expect(of('이름,id\n김철수\n')).toBe(
    'roster.csv의 2번째 줄: "김철수" 제목 줄에는 칸이 2개인데 이 줄에는 1개입니다.',
  );
  expect(of('이름\n"김철수\n')).not.toMatch(/Quote|closed/);
});

it('refuses a class that is too large with its number', () => {
  const rows = Array.from({ length: 501 }, (_, at) => `kim ${at}`);
  expect(refused(['name', ...rows].join('\n'))).toEqual([
    'roster.csv: 501 These are too many students.',
  ]);
  expect(names(['name', ...rows.slice(1)].join('\n'))).toHaveLength(500);
});

it.each<[string, Buffer, string]>([
  ['an Excel workbook', Buffer.from('PK\u0003\u0004rest'), 'It is an Excel workbook'],
  ['a file in no encoding that is known', Buffer.from([0xff, 0x0a, 0xff]), 'neither UTF-8 nor'],
  ['UTF-16 without its mark', Buffer.from('name\nkim', 'utf16le'), 'neither UTF-8 nor'],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), 'neither UTF-8 nor'],
  ['a file without an end', Buffer.alloc(1024 * 1024 + 1, 'a'), 'EFBIG It is too large.'],
])('refuses %s', (_situation, content, mistake) => {
  expect(refused(content)).toEqual([expect.stringContaining(mistake)]);
});

onPosix('refuses a folder and a pipe in place of a roster, and does not wait for the pipe', () => {
  mkdirSync(join(folder, 'folder.csv'));
  const load = (students: string) => () =>
    loadConfig(folder, { environment: { DKKB_STUDENTS: students } });
  expect(mistakes('en', load('folder.csv'))).toEqual(['folder.csv: EISDIR It is a folder.']);
  execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
  expect(mistakes('en', load('pipe.csv'))).toEqual(['pipe.csv: ENXIO It is no regular file.']);
});
