// @circle all
// @needs engine images windows @minutes 2
import { useEngine, type Engine } from '../engine/engine';
import { dkkb } from '../programs/paths';
import { windowsNodes, type WindowsOptions } from './furnish';
import { Windows } from './windows';

let engine: Engine;
const started: Windows[] = [];

const windowsWith = async (options: Partial<WindowsOptions>): Promise<Windows> => {
  const windows = await Windows.start(engine, options);
  started.push(windows);
  return windows;
};

jest.setTimeout(600_000);
beforeAll(async () => {
  engine = await useEngine();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((windows) => windows.stop()));
  await engine.reset();
});

it.each(windowsNodes)('`start` brings a reader with Node.js %s to the first lab', async (node) => {
  await engine.pull('httpd');
  const windows = await windowsWith({ node });
  const window = await windows.window();
  try {
    await window.types('dkkb start --lang ko');
    await window.shows(/http:\/\/localhost:8080[^]*>$/);
  } finally {
    await window.close();
  }
  expect(await windows.dkkb('check', 'ch04-port')).toMatchObject({ code: 0 });
});

describe('without Docker', () => {
  const programs = [] as const;

  it.each(['start', 'doctor'])(
    '`%s` tells how to get it, and starts no script of Linux',
    async (command) => {
      const windows = await windowsWith({ programs });
      // Where WSL is there, `bash` is another machine's.
      await windows.standsIn('bash');
      const { code, stdout, stderr } = await windows.dkkb(command, '--lang', 'ko');
      expect(code).toBe(3);
      const told = `${stdout}${stderr}`;
      expect(told).toContain('winget install -e --id Docker.DockerDesktop');
      expect(told).not.toMatch(/\bbash\b|\.sh\b|인식할 수 없습니다/);
      expect(await windows.wordsOf('bash')).toBeUndefined();
    },
  );
});

it('`doctor` tells which program is missing by its path, not by what cmd says', async () => {
  const windows = await windowsWith({ programs: ['docker'] });
  const { stdout } = await windows.dkkb('doctor', '--lang', 'ko');
  expect(stdout).toMatch(/kubectl +없음/);
  expect(stdout).toContain('winget install Kubernetes.kubectl');
  expect(stdout).not.toContain('인식할 수 없습니다');
});

it('`watch` is drawn in a window of 80 columns, ends with Ctrl-C, and leaves nothing', async () => {
  await engine.pull('httpd');
  const windows = await windowsWith({});
  // Wine's cmd would end with the program that Ctrl-C ends, and take its last words away.
  const watch = ['node', windows.shows(dkkb), 'watch', 'ch04-port', '--lang', 'ko'];
  const window = await windows.window(watch);
  try {
    await window.shows(/Ctrl-C/);
    await engine.docker('run', '--name', 'apa000ex2', '-d', '-p', '8092:80', 'httpd');
    await window.shows(/port-wrong/);
    await window.interrupts();
    await window.shows(/중단했습니다/);
  } finally {
    await window.close();
  }
  const { stdout } = await windows.dkkb('progress', '-o', 'json');
  expect(JSON.parse(stdout)).toBeTruthy();
  expect((await windows.programs()).filter((name) => /node/.test(name))).toEqual([]);
});

it("`--on` gives Windows' ssh the words of one login, with paths that it reads", async () => {
  const windows = await windowsWith({});
  await windows.standsIn('ssh');
  await windows.has('열쇠 모음/id', 'a key\r\n');
  const on = ['--on', 'ssh://student@127.0.0.1:2222', '--identity', '열쇠 모음\\id'];
  await windows.dkkb('check', 'ch04-port', ...on, '--lang', 'ko');
  const words = (await windows.wordsOf('ssh')) ?? [];
  const wanted = [
    'ControlMaster=no',
    'IdentityFile="열쇠 모음/id"',
    '2222',
    'student',
    '127.0.0.1',
  ];
  expect(words).toEqual(expect.arrayContaining(wanted));
  expect(words.filter((word) => /\\id|^\/dev\/null|%/.test(word))).toEqual([]);
});
