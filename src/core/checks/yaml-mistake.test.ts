import { composeFile } from '../../docker/model/compose-file';
import { wordpressAndMysql } from '../../../labs/shared/compose-solutions';
import { withEach } from '../answers/hostile-text.fixture';
import { yamlLimit } from './reader-file';
import { lineIn, yamlMistake } from './yaml-mistake';

const right = composeFile(wordpressAndMysql);
const lines = right.split('\n');
const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;

/** The right file with one line changed, and the number of that line. */
function slip(text: string, change: (line: string) => string): { file: string; line: number } {
  const line = lineOf(text);
  const changed = change(lines[line - 1] ?? '');
  return { file: lines.map((old, index) => (index === line - 1 ? changed : old)).join('\n'), line };
}

it('finds nothing in a right file, whatever its line endings', () => {
  expect(yamlMistake(right)).toBeUndefined();
  expect(yamlMistake(right.replaceAll('\n', '\r\n'))).toBeUndefined();
});

it.each([
  ['a tab', 'tab', 'image: wordpress', (line: string) => line.replace(/^ +/, '\t')],
  ['too deep', 'indentation', 'depends_on:', (line: string) => ` ${line}`],
  ['too deep', 'indentation', 'image: wordpress', (line: string) => ` ${line}`],
  ['not deep enough', 'indentation', 'image: wordpress', (line: string) => line.slice(1)],
  ['blanks of another kind', 'indentation', 'image: wordpress', (l: string) => `\u00A0${l}`],
  ['no colon', 'colon', 'MYSQL_USER:', (line: string) => line.replace(':', '')],
  ['a wide colon', 'colon', 'MYSQL_USER:', (line: string) => line.replace(':', '：')],
  ['an equals sign', 'colon', 'MYSQL_USER:', (line: string) => line.replace(': ', '=')],
  ['no space', 'space-after-colon', 'MYSQL_USER:', (line: string) => line.replace(': ', ':')],
  ['no space', 'space-after-colon', 'image: mysql', (line: string) => line.replace(': ', ':')],
  ['an open quote', 'quote', 'MYSQL_USER:', (line: string) => line.replace(': ', ': "')],
  ['an open quote', 'quote', 'image: mysql', (line: string) => line.replace(': ', ": '")],
  [
    'a name twice',
    'duplicate',
    'wordpress000ex12:',
    (line: string) => line.replace(/\S+:/, 'mysql000ex11:'),
  ],
])('locates %s (%s) in the line of `%s`', (_title, cause, text, change) => {
  const { file, line } = slip(text, change);
  expect(yamlMistake(file)).toEqual({
    cause,
    line,
    text: (file.split('\n')[line - 1] ?? '').trim(),
  });
});

it('gives the line of a key, of an item of a list, and of the parent of a missing key', () => {
  const service = ['services', 'wordpress000ex12'];
  expect(lineIn(right, [...service, 'ports'])).toBe(lineOf('ports:'));
  expect(lineIn(right, [...service, 'ports', '8085:80'])).toBe(lineOf('8085:80'));
  expect(lineIn(right, [...service, 'port'])).toBe(lineOf('wordpress000ex12:'));
  expect(lineIn(right, ['service'])).toBeUndefined();
});

const all = (part: string) => part.repeat(Math.floor(yamlLimit / part.length));
const keys = Array.from({ length: 4_700 }, (_, at) => `${at.toString(16)}:`).join('\n');
const names = Array.from(
  { length: 12 },
  (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]\n`,
);

// A busy machine needs more than the usual five seconds for thousands of keys.
jest.setTimeout(60_000);

it('reads a file of the largest size in time, also one that is made to be slow', async () => {
  const files = [keys, all('---\n'), all('1,'), `[${all('1,').slice(2)}]`, all('\n'), all(' ')];
  await withEach(files, (file) => void yamlMistake(file));
  await withEach([keys, all('a: ')], (file) => void lineIn(file, ['a', 'b']));
});

it.each([
  ['lists in each other', `${'['.repeat(16_000)}${']'.repeat(16_000)}`, 1],
  ['a list in two hundred others', `${'['.repeat(201)}${']'.repeat(201)}`, 1],
  ['objects in each other', `a: 1\nb: ${'{a: '.repeat(5_000)}${'}'.repeat(5_000)}`, 2],
  ['lists in each other with brackets in texts', `a:\n  ${'["]", '.repeat(4_000)}`, 2],
  ['items in each other', `a:\n${'- '.repeat(16_000)}a\nb: c`, 2],
  ['keys in each other', `${'? '.repeat(16_000)}a`, 1],
  ['names in each other', `${'a: '.repeat(10_000)}b`, 1],
  [
    'lines in each other',
    Array.from({ length: 252 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    251,
  ],
  ['names that stand for ever more', `a0: &a0 [1]\n${names.join('')}`, 1],
])('%s are a mistake, and do not end the program', (_what, file, line) => {
  expect(yamlMistake(file)).toMatchObject({ cause: 'other', line });
});

it('reads a file that nests up to the limit', () => {
  const block = Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
  const flow = `${'['.repeat(200)}${']'.repeat(200)}`;
  expect(yamlMistake(`${block} ${flow}`)).toBeUndefined();
});

it('finds the line with the odd indentation among very many lines', () => {
  const file = `a:\n b: 1\n${'\n'.repeat(400_000)}${' '.repeat(300_000)}c: "\n  d\n`;
  expect(yamlMistake(file)).toBeDefined();
});
