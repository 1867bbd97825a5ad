// What changes under `dkkb watch` besides a container. @circle all

import { bookFile, write, writeChanged } from '../../../labs/shared/compose-cases';
import { composeCommand, composePath } from '../../docker/model/compose-paths';
import { wordpressAndMysql } from '../../../labs/shared/compose-solutions';
import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { forgetHistory } from '../../../testbed/labs/history';
import { until } from '../../../testbed/programs/until';
import { endWatches, startWatch } from '../../../testbed/programs/watching';
import { dkkb } from '../../../testbed/programs/paths';

let engine: Engine;

beforeEach(async () => {
  engine = await useEngine();
});

afterEach(endWatches);

const watch = (...args: string[]) => startWatch(engine, ...args);

test('records the history, so that check still passes after the engine forgot it', async () => {
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

test('starts again when `up` begins the lab again meanwhile', async () => {
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

test('ends when the images are removed, which passes the lab', async () => {
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

test("follows a file of the reader's, for which the engine reports no events", async () => {
  const { output, code } = watch('ch07-compose-file');
  await output.next(/\[compose-file-missing\]/);
  const misspelt = writeChanged(wordpressAndMysql, 'ports:', 'port:');
  expect((await engine.sh(misspelt)).code).toBe(0);
  await output.next(/\[compose-option-unknown\]/);
  await engine.sh(write(composePath, bookFile('mysql')));
  await output.next(/All passed/);
  expect(await code).toBe(0);
});

test('follows the services that Compose starts, until the page answers', async () => {
  const { output, code } = watch('ch07-compose-up');
  await output.next(/Work in another terminal/);
  const ran = await engine.sh(composeCommand(composePath, 'up', '-d').join(' '));
  expect(ran).toMatchObject({ code: 0 });
  await output.next(/✓ The service `mysql000ex11` runs under Compose/);
  await output.next(/All passed/);
  expect(await code).toBe(0);
});

describe('on a terminal', () => {
  const socket = `watch-${String(process.pid)}`;
  const tmux = (...args: string[]) => engine.exec('tmux', ['-L', socket, ...args]);

  afterEach(() => tmux('kill-server'));

  /** Waits until the screen matches, and returns its text. */
  const screen = (pattern: RegExp): Promise<string> =>
    until(
      async () => (await tmux('capture-pane', '-p')).stdout,
      (shown) => pattern.test(shown),
    );

  test('the checklist is drawn in place, also when its length changes', async () => {
    const words = [process.execPath, dkkb, 'watch', 'ch04-many', '--lang', 'ko'];
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
