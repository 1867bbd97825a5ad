import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { finish, useEngine, type Engine, type RunOptions } from '../../../testbed/engine/engine';
import { forgetHistory } from '../../../testbed/labs/history';
import { tell, told } from '../../../testbed/labs/answers';
import { repository } from '../../../testbed/programs/paths';

const build = join(repository, 'build');

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  await engine.docker('pull', '-q', 'httpd');
});
beforeEach(async () => {
  await engine.startDaemon();
  await engine.reset();
});
afterAll(async () => {
  await engine.startDaemon();
  await engine.reset();
});

/** A copy of the command in its own folder, which everybody can read. */
function copyOf(folder: string): string {
  cpSync(build, join(folder, 'build'), { recursive: true });
  cpSync(join(build, '..', 'package.json'), join(folder, 'package.json'));
  return join(folder, 'build', 'dkkb.mjs');
}

/** Runs a copy of dkkb through another program, and returns its JSON. */
async function tellUnder(words: readonly string[], line: string, options: RunOptions = {}) {
  const [program = '', ...args] = words;
  const child = engine.spawn(program, [...args, ...line.split(' '), '-o', 'json'], options);
  return told(await finish(child));
}

describe('an engine that stops between two commands', () => {
  it('is reported as not running, and no progress is lost', async () => {
    expect((await tell(engine, 'solve ch04-port')).code).toBe(0);
    await engine.stopDaemon();
    for (const line of ['up', 'check', 'solve', 'down'].map((word) => `${word} ch04-port`)) {
      const { code, problem } = await tell(engine, line);
      expect({ line, code, told: problem?.code }).toEqual({
        line,
        code: 3,
        told: 'engine-not-running',
      });
      expect(problem?.values['endpoint']).toBe(engine.host);
      expect(problem?.remedy).toMatch(/docker/);
    }
    const { code, stdout } = await engine.dkkb('progress', '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).labs).toContainEqual(
      expect.objectContaining({ id: 'ch04-port', passed: true }),
    );
    await engine.startDaemon();
    expect((await tell(engine, 'check ch04-port')).problem?.code).toBe('container-exited');
    expect((await tell(engine, 'solve ch04-port')).code).toBe(0);
    expect((await tell(engine, 'down ch04-port')).code).toBe(0);
  });

  it('has lost its history, so a check fails with history-too-short', async () => {
    expect((await tell(engine, 'up ch04-lifecycle')).code).toBe(0);
    await engine.sh('docker run -d --name apa000ex1 httpd && docker rm -f apa000ex1');
    await engine.stopDaemon();
    await engine.startDaemon();
    const { code, problem } = await tell(engine, 'check ch04-lifecycle');
    expect({ code, told: problem?.code }).toEqual({ code: 3, told: 'history-too-short' });
  });
});

describe('a history that is too short', () => {
  it('makes a check fail with history-too-short, which names dkkb watch', async () => {
    expect((await tell(engine, 'up ch04-lifecycle')).code).toBe(0);
    await engine.sh('docker run -d --name apa000ex1 httpd && docker rm -f apa000ex1');
    await forgetHistory(engine);
    const { code, problem } = await tell(engine, 'check ch04-lifecycle --lang en');
    expect(code).toBe(3);
    expect(problem).toMatchObject({
      code: 'history-too-short',
      values: { name: 'apa000ex1', lab: 'ch04-lifecycle' },
    });
    expect(JSON.stringify(problem)).toContain('dkkb watch ch04-lifecycle');
    await engine.sh('docker run -d --name apa000ex1 httpd');
    expect((await tell(engine, 'check ch04-lifecycle')).problem?.code).toBe('not-stopped');
    await engine.sh('docker rm -f apa000ex1');
    expect((await tell(engine, 'check ch04-lifecycle')).code).toBe(0);
  });
});

describe('a reader without the right to the socket', () => {
  it('gets socket-denied from every command, also from a check of chapter 3', async () => {
    const dkkb = copyOf(join(engine.home, 'copy'));
    const home = join(engine.home, 'reader');
    mkdirSync(home);
    chmodSync(home, 0o777);
    const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
    const words = [...asNobody, process.execPath, dkkb];
    for (const line of ['check ch03-terminal', 'check ch04-port', 'up ch04-port', 'down --all']) {
      const { code, problem } = await tellUnder(words, line, { env: { HOME: home } });
      expect({ line, code, told: problem?.code }).toEqual({ line, code: 3, told: 'socket-denied' });
    }
  });
});

describe('a program that is missing', () => {
  it('docker: every command fails with program-missing', async () => {
    const bin = join(engine.home, 'bin');
    mkdirSync(bin);
    const words = ['env', `PATH=${bin}`, process.execPath, join(build, 'dkkb.mjs')];
    for (const line of ['check ch03-terminal', 'check ch04-commands', 'solve ch04-port']) {
      const { code, problem } = await tellUnder(words, line);
      expect({ line, code }).toEqual({ line, code: 3 });
      expect(problem).toMatchObject({ code: 'program-missing', values: { program: 'docker' } });
    }
  });

  it('the Compose plugin: solve fails with compose-missing', async () => {
    const format = '{{range .ClientInfo.Plugins}}{{if eq .Name "compose"}}{{.Path}}{{end}}{{end}}';
    const plugins = dirname(await engine.docker('info', '-f', format));
    const hide = 'mount -t tmpfs none "$1" && shift && exec "$@"';
    const words = ['unshare', '--mount', 'sh', '-c', hide, '-', plugins, process.execPath];
    const { code, problem } = await tellUnder(
      [...words, join(build, 'dkkb.mjs')],
      'solve ch04-port',
    );
    expect({ code, told: problem?.code }).toEqual({ code: 3, told: 'compose-missing' });
    expect(await engine.docker('ps', '-aq')).toBe('');
  });
});

describe('a record that cannot be read', () => {
  it('is named and not changed, and stops each command that would overwrite it', async () => {
    expect((await tell(engine, 'solve ch04-port')).code).toBe(0);
    const found = readdirSync(engine.home, { recursive: true, encoding: 'utf8' });
    const file = join(engine.home, found.find((path) => path.endsWith('ch04-port.json')) ?? '');
    const refuses = async (line: string, text: string) => {
      const { code, problem } = await tell(engine, line);
      expect({ text, line, code }).toEqual({ text, line, code: 3 });
      expect(problem).toMatchObject({ code: 'record-damaged', values: { path: file } });
      expect(readFileSync(file, 'utf8')).toBe(text);
    };
    for (const text of ['{"begun": {"at', '', 'null', '[]', '{"begun": "yesterday"}']) {
      writeFileSync(file, text);
      await refuses('check ch04-port', text);
    }
    for (const line of ['up ch04-port', 'progress']) await refuses(line, '{"begun": "yesterday"}');
    expect((await engine.sh(`mv "${file}" "${file}.old"`)).code).toBe(0);
    expect((await tell(engine, 'check ch04-port')).code).toBe(0);
  });
});

describe('a folder for the records that cannot be used', () => {
  it.each(['/sys/no', '/dev/null/dkkb'])('is reported: XDG_DATA_HOME=%s', async (folder) => {
    for (const line of ['up ch04-port', 'solve ch04-port', 'down ch04-port']) {
      const child = engine.spawnDkkb([...line.split(' '), '-o', 'json', '--lang', 'en'], {
        env: { XDG_DATA_HOME: folder },
      });
      const { code, problem, stderr } = told(await finish(child));
      expect({ line, code, stack: / at /.test(stderr) }).toEqual({ line, code: 3, stack: false });
      expect(problem).toMatchObject({
        code: 'data-folder-unusable',
        values: { path: expect.stringContaining(folder) },
      });
    }
  });
});

describe('folders with spaces and Korean letters', () => {
  it('may hold the project and the home, also with the locale C', async () => {
    const dkkb = copyOf(join(engine.home, '내 문서', "책의 'dkkb'"));
    const home = join(engine.home, '홍 길동');
    mkdirSync(home);
    const env = { HOME: home, LANG: 'C', LC_ALL: 'C' };
    for (const line of ['up', 'solve', 'check', 'down'].map((word) => `${word} ch04-port`)) {
      const { code } = await tellUnder([process.execPath, dkkb], line, { env, cwd: home });
      expect({ line, code }).toEqual({ line, code: 0 });
    }
    expect(readdirSync(home)).not.toEqual([]);
  });
});
