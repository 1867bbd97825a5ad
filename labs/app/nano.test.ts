import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { files } from '../../src/core/machine/files';
import type { Run } from '../../src/core/machine/process';
import { Failure } from '../../src/core/failure';
import { programMissing } from '../../src/core/problems/program';
import { otherMachine } from '../../src/core/system';
import { runChecks } from '../../src/core/verdict';
import { nanoMissing } from '../../src/computer/problems/written';
import { nano } from './nano';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'dkkb-nano-'))));
afterEach(() => rmSync(dir, { recursive: true }));

/** What GNU nano 7.2 of Debian 12 answers. */
const version =
  ' GNU nano, version 7.2\n (C) 2023 the Free Software Foundation and various contributors\n';
const said =
  (stdout: string, code = 0): Run =>
  async () => ({ code, stdout, stderr: '' });
const noPage = async () => ({ error: 'ECONNREFUSED' });

/** The verdict on what is in the folder. */
const graded = (run = said(version)) =>
  runChecks(nano, { dir, files, run, ask: noPage, machine: otherMachine });

const write = (name: string, text: string | Buffer) => writeFileSync(join(dir, name), text);

it.each([
  ['as nano writes it', 'Hello, nano!\n'],
  ['without an end of its line', 'Hello, nano!'],
  ['with empty lines behind it', 'Hello, nano!\n\n\n'],
])('a file %s passes', async (_title, text) => {
  write('hello.txt', text);
  expect(await graded()).toMatchObject({ status: 'passed', notes: [] });
});

it('the ends of lines of Windows are told, and pass', async () => {
  write('hello.txt', 'Hello, nano!\r\n');
  const { status, notes } = await graded();
  expect([status, notes.map(({ code }) => code)]).toEqual(['passed', ['file-crlf']]);
});

it.each([
  ['small letters', 'hello, nano!\n', 'capitals', '1'],
  ['another space', 'Hello,nano!\n', 'spaces', '1'],
  ['a space before it', '  Hello, nano!\n', 'outer-spaces', '1'],
  ['no exclamation mark', 'Hello, nano\n', 'signs', '1'],
  ['a slip of a letter', 'Hello, nana!\n', 'letters', '1'],
  ['the keys as letters', 'Hello, nano!^O^X\n', 'keys', '1'],
  ['a second line', 'Hello, nano!\nsecond\n', 'lines', '2'],
  ['a line after an empty one', 'Hello, nano!\n\nsecond\n', 'lines', '3'],
  ['a first line above the right one', 'first\nHello, nano!\n', 'lines', '1'],
  ['an empty first line', '\nHello, nano!\n', 'empty', '1'],
  ['another text', 'docker run httpd\n', 'other', '1'],
  ['UTF-16 without a mark', Buffer.from('Hello, nano!\n', 'utf16le'), 'signs', '1'],
])('%s in the file fails with file-text-wrong', async (_title, text, slip, line) => {
  write('hello.txt', text);
  const { status, problems } = await graded();
  expect(status).toBe('failed');
  expect(problems).toMatchObject([{ code: 'file-text-wrong', values: { slip, line } }]);
});

it.each([
  ['Hello, nano!\nbye\n', /2번째 줄은 없어야 합니다\. 지금: `bye`$/],
  ['\nHello, nano!\n', /1번째 줄이 비어 있습니다\.$/],
])('of %j, the line that is too many is to be deleted', async (text, told) => {
  write('hello.txt', text);
  const { message, remedy } = (await graded()).problems[0]?.describe() ?? {};
  expect(message?.ko).toMatch(told);
  expect(remedy?.ko).toContain('Ctrl-K');
});

// To Windows and macOS, Hello.txt is the file hello.txt.
const otherLetters = process.platform === 'linux' ? ['Hello.txt'] : [];

it.each([...otherLetters, 'hello.text', 'hello'])(
  'a file called %s fails with file-missing, and is named',
  async (similar) => {
    write(similar, 'Hello, nano!\n');
    const { problems } = await graded();
    expect(problems).toMatchObject([{ code: 'file-missing', values: { similar } }]);
  },
);

it.each(['hello.txt.save', 'hello.txt.save.1'])(
  '%s, which nano leaves when it is ended from outside, is told with its new name',
  async (similar) => {
    write(similar, 'Hello, nano!\n');
    const { problems } = await graded();
    expect(problems).toMatchObject([{ code: 'nano-saved-elsewhere', values: { similar } }]);
    expect(problems[0]?.describe().remedy.commands?.[0]).toBe(`mv ${similar} hello.txt`);
  },
);

it('no file, an empty file, a folder and a huge file each have their own problem', async () => {
  expect((await graded()).problems).toMatchObject([{ code: 'file-missing' }]);
  write('hello.txt', '');
  expect((await graded()).problems).toMatchObject([{ code: 'file-empty' }]);
  write('hello.txt', Buffer.alloc(40_000, 'x'));
  expect((await graded()).problems).toMatchObject([{ code: 'file-too-large' }]);
  rmSync(join(dir, 'hello.txt'));
  mkdirSync(join(dir, 'hello.txt'));
  expect((await graded()).problems).toMatchObject([{ code: 'file-is-folder' }]);
});

const missing: Run = async () => {
  throw new Failure(programMissing({ program: 'nano' }));
};

it('a machine without nano fails with nano-missing', async () => {
  write('hello.txt', 'Hello, nano!\n');
  const { status, problems } = await graded(missing);
  expect([status, problems.map(({ code }) => code)]).toEqual(['failed', ['nano-missing']]);
  const debian = nanoMissing({}).describe({ ...otherMachine, system: 'debian', isRoot: false });
  expect(debian.remedy.commands).toEqual(['sudo apt-get update', 'sudo apt-get install -y nano']);
});
