import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { useEngine, type Engine, type Finished } from '../../../testbed/engine/engine';
import { Output } from '../../../testbed/programs/output';
import { dkkb } from '../../../testbed/programs/paths';

let engine: Engine;
let file: string;
beforeAll(async () => {
  engine = await useEngine();
  file = join(engine.home, '책 이미지.tar');
});
beforeEach(async () => {
  await engine.load('busybox');
});
afterAll(() => engine.reset());

const load = (...more: readonly string[]): Promise<Finished> =>
  engine.dkkb('images', 'load', file, '--lang', 'en', ...more);

/** Saves images as one archive, and takes them from the engine. */
async function saveAway(...images: readonly string[]): Promise<void> {
  await engine.docker('save', '--output', file, ...images);
  await engine.docker('image', 'rm', ...images);
}

const isThere = async (image: string): Promise<boolean> =>
  (await engine.exec('docker', ['image', 'inspect', image])).code === 0;

it('loads an archive of the book without a question', async () => {
  await saveAway('busybox:latest');
  expect(await load()).toMatchObject({ code: 0, stdout: '✓ busybox:latest\n' });
  expect(await isThere('busybox')).toBe(true);
});

it.each(['evil:latest', 'busybox:evil', 'example.com/busybox:latest'])(
  'asks before it loads an archive in which %s is a second tag',
  async (second) => {
    await engine.docker('tag', 'busybox', second);
    await saveAway('busybox:latest', second);
    const asked = await load();
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining(second) });
    expect([await isThere('busybox'), await isThere(second)]).toEqual([false, false]);
    const agreed = await load('--yes');
    expect(agreed).toMatchObject({ code: 0, stderr: expect.stringContaining(second) });
    expect(await isThere(second)).toBe(true);
    await engine.docker('image', 'rm', second);
  },
);

/** Loads the archive on a terminal, and waits for the question about that image. */
async function asking(image: string) {
  const words = `'${process.execPath}' '${dkkb}' images load '${file}' --lang en`;
  const child = engine.spawn('script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = new Output(child);
  await output.next(new RegExp(`${image}[^]*Load all, these too\\?`));
  return { child, output };
}

it.each([
  ['Ctrl-C', '\u0003', 130, /Interrupted\. The same command/],
  ['Ctrl-D', '\u0004', 1, /Nothing/],
] as const)('%s at the question loads nothing', async (_key, sent, code, said) => {
  await engine.docker('tag', 'busybox', 'asked:about');
  await saveAway('busybox:latest', 'asked:about');
  const { child, output } = await asking('asked:about');
  const ended = once(child, 'exit');
  child.stdin?.write(sent);
  await output.next(said);
  expect(await ended).toEqual([code, null]);
  expect(await isThere('busybox')).toBe(false);
});

it('does not load an archive that is replaced while the question is open', async () => {
  await engine.docker('tag', 'busybox', 'asked:about');
  await engine.docker('tag', 'busybox', 'never:named');
  const other = join(engine.home, 'other.tar');
  await engine.docker('save', '--output', other, 'never:named');
  await saveAway('busybox:latest', 'asked:about');
  await engine.docker('image', 'rm', 'never:named');
  const { child, output } = await asking('asked:about');
  await rename(other, file);
  child.stdin?.write('y\n');
  await output.next(/archive-refused/);
  expect([await isThere('busybox'), await isThere('never:named')]).toEqual([false, false]);
});

it('`images save` saves only the tag latest', async () => {
  await engine.pull('httpd');
  await engine.docker('tag', 'busybox', 'httpd:own');
  const all = ['httpd', 'nginx', 'mysql', 'mariadb', 'wordpress', 'redmine', 'registry'];
  for (const name of all.slice(1)) await engine.docker('tag', 'httpd', name);
  expect(await engine.dkkb('images', 'save', file)).toMatchObject({ code: 0 });
  await engine.docker('image', 'rm', 'httpd:own', ...all.slice(1));
  expect(await load()).toMatchObject({ code: 0, stdout: expect.not.stringContaining('own') });
});

it('refuses an archive that is cut off, and loads nothing of it', async () => {
  await saveAway('busybox:latest');
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length / 2));
  expect(await load()).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('archive-refused'),
  });
  expect(await isThere('busybox')).toBe(false);
});
