import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { bookFile, write, writeChanged } from '../../labs/compose-cases';
import { composeCommand, composePath } from '../../labs/compose-place';
import { wordpressAndMysql } from '../../labs/compose-solutions';
import { useEngine, type Engine } from '../../testbed/engine';
import { forgetHistory } from '../../testbed/history';
import { Output } from '../../testbed/output';
import { until } from '../../testbed/until';

let engine: Engine;
const started: ChildProcess[] = [];

beforeEach(async () => {
  engine = await useEngine();
});

afterEach(() => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
});

function watch(...args: string[]) {
  const child = engine.spawnDkkb(['watch', ...args, '--lang', 'en']);
  started.push(child);
  const code = once(child, 'close').then(([exitCode]) => exitCode as number | null);
  return { child, code, output: new Output(child) };
}

test('ticks what is done, unticks what is undone, and ends with the pass', async () => {
  const { output, code } = watch('ch04-many');
  await output.next(/Work in another terminal/);
  expect(output.all).toContain('Beginning the lab `ch04-many` now');
  expect(output.all).not.toContain('docker run');
  await engine.docker('run', '--name', 'apa000ex3', '-d', '-p', '8081:80', 'httpd');
  await output.next(/✓ Container `apa000ex3` runs/);
  await output.next(/✓ http:\/\/localhost:8081 shows/);
  await engine.docker('rm', '-f', 'apa000ex3');
  await output.next(/· Container `apa000ex3` runs/);
  for (const [name, port] of Object.entries({
    apa000ex3: 8081,
    apa000ex4: 8082,
    apa000ex5: 8083,
  })) {
    await engine.docker('run', '--name', name, '-d', '-p', `${String(port)}:80`, 'httpd');
  }
  await output.next(/All passed\.\nClean up: dkkb down ch04-many/);
  expect(await code).toBe(0);
  const { stdout } = await engine.dkkb('progress', '-o', 'json');
  expect(stdout).toMatch(/"id": "ch04-many",\s+"passed": true/);
});

test('says what is wrong under the step, with what to do', async () => {
  const { output, child, code } = watch('ch04-port');
  await output.next(/Work in another terminal/);
  await engine.docker('run', '--name', 'apa000ex2', '-d', '-p', '8090:80', 'httpd');
  await output.next(
    /✗ Container `apa000ex2` runs.*\n.*\[port-wrong\]\n.*\n +docker rm -f apa000ex2/,
  );
  child.kill('SIGINT');
  expect(await code).toBe(130);
});

test('follows the life of a container that is gone at the end, whatever it was called before', async () => {
  const { output, code } = watch('ch04-lifecycle');
  await output.next(/Work in another terminal/);
  await engine.docker('create', '--name', 'misspelt', 'httpd');
  await engine.docker('rename', 'misspelt', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was made/);
  await engine.docker('start', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was started/);
  await engine.docker('stop', '-t', '0', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was stopped/);
  await engine.docker('rm', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was removed/);
  expect(await code).toBe(0);
});

test('lets check tell when the engine no longer remembers', async () => {
  const { output, child, code } = watch('ch04-lifecycle');
  await output.next(/Work in another terminal/);
  await engine.docker('run', '--name', 'apa000ex1', '-d', 'httpd');
  await output.next(/✓ Container `apa000ex1` was started/);
  child.kill('SIGINT');
  expect(await code).toBe(130);
  await forgetHistory(engine);
  const again = watch('ch04-lifecycle');
  await again.output.next(/✓ Container `apa000ex1` was started/);
  await engine.docker('rm', '-f', 'apa000ex1');
  expect(await again.code).toBe(0);
  await forgetHistory(engine);
  expect((await engine.dkkb('check', 'ch04-lifecycle')).code).toBe(0);
  const journal = await engine.sh('find . -name ch04-lifecycle.events.jsonl -exec cat {} +');
  const lines = journal.stdout.trim().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  expect(new Set(lines).size).toBe(lines.length);
});

test('begins anew when the lab is begun anew meanwhile', async () => {
  const { output } = watch('ch04-lifecycle');
  await output.next(/Work in another terminal/);
  await engine.docker('run', '--name', 'apa000ex1', '-d', 'httpd');
  await output.next(/✓ Container `apa000ex1` was started/);
  expect((await engine.dkkb('up', 'ch04-lifecycle')).code).toBe(0);
  await output.next(/· Container `apa000ex1` was made/);
  await engine.docker('rm', '-f', 'apa000ex1');
  await engine.docker('run', '--name', 'apa000ex1', '-d', 'httpd');
  await output.next(/✓ Container `apa000ex1` was started/);
  await engine.docker('rm', '-f', 'apa000ex1');
  await output.next(/All passed/);
});

test('ends when the images are gone', async () => {
  const { output, code } = watch('ch04-images', '-o', 'json');
  await output.next(/"image-left".*\n/);
  await engine.docker('image', 'rm', 'httpd', 'nginx');
  await output.next(/"mysql".*\n/);
  await engine.docker('image', 'rm', 'mysql');
  expect(await code).toBe(0);
  const lines = output.all.split('\n').filter((line) => line.startsWith('{'));
  const last = JSON.parse(lines.at(-1) ?? '') as { passed: boolean; firstPassedAt: string | null };
  expect(last).toMatchObject({ passed: true, firstPassedAt: expect.any(String) });
  expect(lines.filter((line) => line.includes('"passed":true'))).toHaveLength(1);
});

test("follows a file of the reader's, of which the engine tells nothing", async () => {
  const { output, code } = watch('ch07-compose-file');
  await output.next(/\[compose-file-missing\]/);
  const misspelt = writeChanged(wordpressAndMysql, 'ports:', 'port:');
  expect((await engine.sh(misspelt)).code).toBe(0);
  await output.next(/\[compose-option-unknown\]/);
  await engine.sh(write(composePath, bookFile('mysql')));
  await output.next(/All passed/);
  expect(await code).toBe(0);
});

test('follows what Compose brings up, until the page answers', async () => {
  const { output, code } = watch('ch07-compose-up');
  await output.next(/Work in another terminal/);
  const ran = await engine.sh(composeCommand(composePath, 'up', '-d').join(' '));
  expect(ran).toMatchObject({ code: 0 });
  await output.next(/✓ The service `mysql000ex11` runs under Compose/);
  await output.next(/All passed/);
  expect(await code).toBe(0);
});

test('says so and ends with 3 when the engine stops', async () => {
  const { output, code } = watch('ch04-port');
  await output.next(/Work in another terminal/);
  await engine.stopDaemon();
  await output.next(/\[engine-not-running\]/);
  expect(await code).toBe(3);
});

test('only checks a probe, and refuses a lab that does not exist', async () => {
  expect((await engine.dkkb('watch', 'ch03-terminal')).code).toBe(0);
  const wrong = await engine.dkkb('watch', 'ch04-prt', '--lang', 'en');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('ch04-port');
});

describe('on a terminal', () => {
  const socket = `watch-${String(process.pid)}`;
  const tmux = (...args: string[]) => engine.exec('tmux', ['-L', socket, ...args]);

  afterEach(() => tmux('kill-server'));

  /** Waits until the screen shows what matches, and gives it back. */
  const screen = (pattern: RegExp): Promise<string> =>
    until(
      async () => (await tmux('capture-pane', '-p')).stdout,
      (shown) => pattern.test(shown),
    );

  test('the checklist is drawn in place, whatever its length was before', async () => {
    const command = join(__dirname, '..', '..', 'build', 'dkkb.mjs');
    const words = [process.execPath, command, 'watch', 'ch04-many', '--lang', 'ko'];
    const size = ['-x', '80', '-y', '30'];
    await tmux(
      '-u',
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      ...size,
      ...words,
      ';',
      'set',
      'remain-on-exit',
      'on',
    );
    const untouched = await screen(/Ctrl-C/);
    await engine.docker('run', '--name', 'apa000ex4', '-d', '-p', '8092:80', 'httpd');
    await screen(/port-wrong/);
    await engine.docker('rm', '-f', 'apa000ex4');
    const lines = (text: string) => text.split('\n').filter((line) => /^ {2}\S|Ctrl-C/.test(line));
    const redrawn = await screen(/· `apa000ex4`/);
    expect(lines(redrawn)).toEqual(lines(untouched));
    expect(lines(redrawn)).toHaveLength(7);
    await tmux('send-keys', 'C-c');
    await screen(/중단했습니다/);
  });
});
