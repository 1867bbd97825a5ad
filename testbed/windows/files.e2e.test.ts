// @circle all
// @needs engine images windows @minutes 2
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import iconv from 'iconv-lite';

import { bookFile } from '../../labs/shared/compose-cases';
import { DockerReader } from '../labs/docker-reader';
import { useEngine, type Engine } from '../engine/engine';
import { Windows } from './windows';

let engine: Engine;
let windows: Windows;

const { check, need } = new DockerReader(
  () => engine,
  () => windows,
);

jest.setTimeout(600_000);
beforeAll(async () => {
  engine = await useEngine();
  windows = await Windows.start(engine);
});
afterEach(async () => {
  await engine.reset();
  windows.empty();
});
afterAll(() => windows.stop());

const file = 'com_folder/docker-compose.yml';
const text = `# 워드프레스와 MySQL\n${bookFile('mysql')}`;
const withCr = text.replaceAll('\n', '\r\n');
const passed = { code: 0, status: 'passed', problems: [] };

/** Types commands that `check` showed, which all have to succeed. */
const typesAll = async (commands: readonly string[]) => {
  expect(commands).not.toEqual([]);
  const { codes, stdout, stderr } = await windows.prompt(...commands);
  expect({ codes, printed: stdout + stderr }).toEqual({
    codes: commands.map(() => 0),
    printed: expect.any(String),
  });
};

it.each([
  ['as UTF-8 with CR and LF', Buffer.from(withCr)],
  ['as UTF-8 with a mark at its beginning', Buffer.from(`\ufeff${withCr}`)],
  ["by PowerShell's `>`, as UTF-16", iconv.encode(withCr, 'utf16le', { addBOM: true })],
])('a Compose file saved %s is read', async (_how, bytes) => {
  await windows.has(file, bytes);
  expect(await check('ch07-compose-file')).toMatchObject(passed);
});

it('a Compose file saved as ANSI, in code page 949, is named with its folder', async () => {
  await windows.has(file, iconv.encode(withCr, 'cp949'));
  const { code, problems } = await check('ch07-compose-file');
  expect({ code, problems }).toMatchObject({ code: 1, problems: [{ code: 'file-encoding' }] });
  expect(problems[0]?.message).toContain(windows.inFolder('').shown.replace(/\\$/, ''));
});

it('a hidden ending is named, and the command that is shown renames the file', async () => {
  await windows.has(`${file}.txt`, withCr);
  const { code, problems } = await check('ch07-compose-file');
  expect(code).toBe(1);
  expect(problems[0]?.message).toContain('docker-compose.yml.txt');
  await typesAll(problems.flatMap(({ commands }) => commands));
  expect(await check('ch07-compose-file')).toMatchObject(passed);
});

describe('with a folder of the reader', () => {
  const page = '<h1>내 페이지</h1>\r\n';
  const run = (source: string, target = '/usr/local/apache2/htdocs') =>
    `docker run --name apa000ex20 -d -p 8090:80 -v "${source}:${target}" httpd`;

  beforeEach(async () => {
    await engine.pull('httpd');
    await windows.has('apa_folder/index.html', page);
  });

  it('a line of another shell is refused by the engine, and `check` shows the one for cmd', async () => {
    const { codes, stderr } = await windows.prompt(run('$PWD/apa_folder'));
    expect({ codes, stderr }).toEqual({
      codes: [expect.any(Number)],
      stderr: expect.stringContaining('includes invalid characters for a local volume name'),
    });
    const { problems } = await check('ch06-bind-mount');
    const commands = problems.flatMap((problem) => problem.commands);
    expect(commands).toEqual([expect.stringContaining('"%cd%\\apa_folder:')]);
    await typesAll(commands);
    expect(await check('ch06-bind-mount')).toMatchObject(passed);
  });

  it("the wrong folder is named by the reader's own path, not by that of Docker Desktop", async () => {
    await windows.has('other/index.html', page);
    await typesAll([run('%cd%\\other')]);
    const { problems } = await check('ch06-bind-mount');
    expect(problems[0]).toMatchObject({
      code: 'mount-source-wrong',
      values: { found: windows.inFolder('other').shown },
    });
    await typesAll(problems.flatMap(({ commands }) => commands));
    expect(await check('ch06-bind-mount')).toMatchObject(passed);
  });

  it('a path that Git Bash rewrote is named, and how to stop it', async () => {
    await typesAll([run('%cd%\\apa_folder', '\\Program Files\\Git\\usr\\local\\apache2\\htdocs')]);
    const { problems } = await check('ch06-bind-mount');
    expect(problems[0]).toMatchObject({
      code: 'mount-path-rewritten',
      values: { found: '\\Program Files\\Git\\usr\\local\\apache2\\htdocs' },
    });
    await typesAll(problems.flatMap(({ commands }) => commands));
    expect(await check('ch06-bind-mount')).toMatchObject(passed);
  });

  it('of another folder, the commands lead there first', async () => {
    const other = windows.inFolder('다른 곳').shown;
    await windows.has('다른 곳/apa_folder/index.html', page);
    await typesAll([run('%cd%\\apa_folder')]);
    const { problems } = await check('ch06-bind-mount', '--dir', other);
    const commands = problems.flatMap((problem) => problem.commands);
    expect(commands).toContain(`cd /d "${other}"`);
    await typesAll(commands);
    expect(await check('ch06-bind-mount', '--dir', other)).toMatchObject(passed);
  });

  it('works on another drive, where a path has more than 260 characters', async () => {
    const deep = '깊은 폴더\\'.repeat(40).slice(0, 238);
    const page = join(windows.driveD, deep.replaceAll('\\', '/'), 'apa_folder');
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'a page with a long name.html'), '<h1>page</h1>');
    const { codes } = await windows.prompt(
      'D:',
      `cd ${deep}`,
      run('%cd%\\apa_folder'),
      'dkkb check ch06-bind-mount',
    );
    expect(codes).toEqual([0, 0, 0, 0]);
  });
});

it('a file that another program holds open is named', async () => {
  await windows.has('kube_folder/apa000pod.yml', 'kind: Other\r\n');
  const window = await windows.window();
  try {
    await window.types('hold kube_folder\\apa000pod.yml');
    await window.shows(/held/);
    const { code, stderr, stdout } = await windows.dkkb('manifests', '--force', '--lang', 'ko');
    expect({ code, told: stdout + stderr }).toEqual({
      code: 3,
      told: expect.stringContaining('[file-refused]'),
    });
  } finally {
    await window.close();
  }
  await need('manifests', '--force');
});
