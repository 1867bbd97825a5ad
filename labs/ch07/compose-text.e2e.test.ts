import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeComposeFiles } from '../../charts/compose-files';
import { useEngine, type Engine } from '../../testbed/engine/engine';
import { bookFile, write } from '../shared/compose-cases';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterAll(() => engine.reset());

const outdir = mkdtempSync(join(tmpdir(), 'compose-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const judge = (file: string) => engine.exec('docker', ['compose', '-f', file, 'config', '-q']);

it.each(writeComposeFiles(outdir))('Compose accepts %s without a warning', async (file) => {
  expect(await judge(file)).toEqual({ code: 0, stdout: '', stderr: '' });
});

it.each(['ch07-compose-file', 'ch07-redmine-mysql', 'ch07-wordpress-mariadb'])(
  'Compose accepts the file of `show %s --solution` without a warning',
  async (id) => {
    const { stdout } = await engine.dkkb('show', id, '--solution', '-o', 'json');
    const { solution } = JSON.parse(stdout) as { solution: { file?: string; text?: string }[] };
    const { file: path = '', text = '' } = solution.find(({ file }) => file) ?? {};
    await engine.saves(path, text);
    expect(await judge(join(engine.home, path))).toEqual({ code: 0, stdout: '', stderr: '' });
  },
);

it('adds a note about the MySQL 5.7 of the book, and none about the current MySQL', async () => {
  const check = async () => {
    const { code, stdout } = await engine.dkkb('check', 'ch07-compose-file', '-o', 'json');
    const [lab] = (JSON.parse(stdout) as { labs: [{ notes: { code: string; values: object }[] }] })
      .labs;
    return { code, notes: lab.notes.map(({ code: told, values }) => [told, values]) };
  };
  await engine.sh(write('com_folder/docker-compose.yml', bookFile('mysql:5.7')));
  expect(await check()).toEqual({ code: 0, notes: [['image-outdated', { image: 'mysql:5.7' }]] });
  const { stdout } = await engine.dkkb('check', 'ch07-compose-file', '--lang', 'ko');
  expect(stdout).toMatch(/! `mysql:5\.7`.*arm64.*\[image-outdated\]/);
  await engine.sh(write('com_folder/docker-compose.yml', bookFile('mysql')));
  expect(await check()).toEqual({ code: 0, notes: [] });
});

it("Compose warns about the obsolete line of the book's own file", async () => {
  await engine.sh(write('book.yml', bookFile('mysql')));
  const { code, stderr } = await judge(join(engine.home, 'book.yml'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('obsolete') });
});
