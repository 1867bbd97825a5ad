import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterEach(() => engine.reset());

const path = (...parts: string[]) => join(engine.home, ...parts);
const exists = (file: string) => stat(file).then(Boolean, () => false);

it('writes what is missing, and removes it with the folder that was made for it', async () => {
  expect(await engine.dkkb('solve', 'ch06-bind-mount')).toMatchObject({ code: 0 });
  expect(await exists(path('apa_folder', 'index.html'))).toBe(true);
  const { code, stderr } = await engine.dkkb('down', 'ch06-bind-mount');
  expect({ code, named: stderr.includes(path('apa_folder', 'index.html')) }).toEqual({
    code: 0,
    named: true,
  });
  expect(await exists(path('apa_folder'))).toBe(false);
});

it("shows the reader's own file, says so, and leaves it", async () => {
  await writeFile(path('index.html'), '<h1>mine</h1>');
  const { code, stderr } = await engine.dkkb('solve', 'ch06-copy-in');
  expect({ code, said: stderr.includes(path('index.html')) }).toEqual({ code: 0, said: true });
  expect((await engine.fetch('http://localhost:8089')).body).toBe('<h1>mine</h1>');
  expect(await engine.dkkb('down', 'ch06-copy-in')).toMatchObject({ code: 0 });
  expect(await readFile(path('index.html'), 'utf8')).toBe('<h1>mine</h1>');
});

it('leaves a file that the reader has changed since, and names it', async () => {
  await engine.dkkb('solve', 'ch06-copy-in');
  await writeFile(path('index.html'), 'mine now');
  const { code, stderr } = await engine.dkkb('down', 'ch06-copy-in');
  expect({ code, named: stderr.includes(path('index.html')) }).toEqual({ code: 0, named: true });
  expect(await readFile(path('index.html'), 'utf8')).toBe('mine now');
});

it.each([
  ['ch06-copy-out', 'index.html'],
  ['ch06-volume-backup', 'backup_apa.tar.gz'],
])('does not overwrite a file that is there before the steps of %s make it', async (id, file) => {
  await writeFile(path(file), 'mine');
  const { code, stderr } = await engine.dkkb('solve', id);
  expect({ code, named: stderr.includes(path(file)) }).toEqual({ code: 3, named: true });
  expect(stderr).toContain('[file-in-way]');
  expect(await engine.dkkb('down', id)).toMatchObject({ code: 0 });
  expect(await readFile(path(file), 'utf8')).toBe('mine');
});

it("does not overwrite an image of the reader's, and asks before it removes one", async () => {
  await engine.docker('pull', '--quiet', 'nginx');
  await engine.docker('tag', 'nginx', 'ex22_original1');
  const { code, stderr } = await engine.dkkb('solve', 'ch06-commit');
  expect({ code, said: /\[image-in-way\]/.test(stderr) }).toEqual({ code: 3, said: true });
  expect(await engine.dkkb('down', 'ch06-commit')).toMatchObject({ code: 1 });
  expect(await engine.docker('image', 'ls', '-q', 'ex22_original1')).not.toBe('');
  expect(await engine.dkkb('down', 'ch06-commit', '--yes')).toMatchObject({ code: 0 });
  expect(await engine.docker('image', 'ls', '-q', 'ex22_original1')).toBe('');
});

it('works in the folder of --dir, whatever its name', async () => {
  const folder = path('내 실습 폴더');
  await engine.exec('mkdir', [folder]);
  for (const id of ['ch06-bind-mount', 'ch06-volume-backup', 'ch06-dockerfile']) {
    expect(await engine.dkkb('solve', id, '--dir', folder)).toMatchObject({ code: 0 });
    expect(await engine.dkkb('check', id)).toMatchObject({ code: 1 });
    expect(await engine.dkkb('down', id, '--dir', engine.home)).toMatchObject({ code: 0 });
  }
  expect((await engine.exec('find', [folder, '-mindepth', '1'])).stdout).toBe('');
});

it('refuses a folder that is not there', async () => {
  const { code, stderr } = await engine.dkkb('up', 'ch06-copy-in', '--dir', path('nowhere'));
  expect({ code, named: stderr.includes(path('nowhere')) }).toEqual({ code: 2, named: true });
});

it('gives two labs the same file, and removes it once', async () => {
  const before = await engine.inventory();
  for (const id of ['ch06-copy-in', 'ch06-copy-out', 'ch06-volume-mount', 'ch06-volume-backup']) {
    expect(await engine.dkkb('up', id)).toMatchObject({ code: 0 });
  }
  expect(await engine.dkkb('down', '--all')).toMatchObject({ code: 0 });
  const { containers, networks, volumes } = await engine.inventory();
  expect({ containers, networks, volumes }).toEqual({
    containers: before.containers,
    networks: before.networks,
    volumes: before.volumes,
  });
});
