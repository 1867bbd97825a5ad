// @circle all @needs engine images
// @minutes 3
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { finish, need } from '../../../testbed/programs/process';
import { repository } from '../../../testbed/programs/paths';

const seeds = 1_000;
/** Milliseconds that all of them may take. If one hangs, the test ends, and the last printed seed shows which. */
const patience = 240_000;

// What a bundled CommonJS package expects to be defined.
const banner = [
  "import { createRequire as bundledRequire } from 'node:module';",
  'const require = bundledRequire(import.meta.url);',
  'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
].join(' ');

let student: Engine;
const folder = mkdtempSync(join(tmpdir(), 'dkkb-fuzz-'));
const home = join(folder, 'home');
const program = join(folder, 'fuzz.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(repository, 'testbed', 'hostile', 'fuzz.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    // Some packages can be bundled in this form only.
    mainFields: ['module', 'main'],
    format: 'esm',
    logLevel: 'error',
    banner: { js: banner },
  });
  student = await useEngine();
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex19', '-p', '8089:80', 'httpd');
  for (const volume of ['apa000vol1', 'apa000vol2'])
    await student.docker('volume', 'create', volume);
  mkdirSync(join(home, 'com_folder'), { recursive: true });
  writeFileSync(join(home, 'index.html'), '<p>my page</p>\n');
  writeFileSync(join(home, 'com_folder', 'docker-compose.yml'), 'services: { a: { image: b } }\n');
  await need('tar', ['-czf', join(home, 'backup_apa.tar.gz'), '-C', home, 'index.html']);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly seed?: number;
  readonly wrong?: string;
  readonly honest?: Readonly<Record<string, string>>;
  readonly outcomes?: Readonly<Record<string, number>>;
  readonly megabytes?: number;
}

it(`gives a verdict or says why not, for ${String(seeds)} machines that lie at random`, async () => {
  const first = process.env['DKKB_SEED'] ?? '1';
  const count = process.env['DKKB_SEED'] ? '1' : String(seeds);
  const child = student.spawn(process.execPath, [program, home, first, count], {
    timeout: patience,
  });
  const { code, stdout, stderr } = await finish(child);
  const lines = stdout.split('\n').filter(Boolean);
  const told = lines.map((line) => JSON.parse(line) as Line);
  const last = code === 0 ? stderr.trim().split('\n').at(-1) : stderr.slice(-2_000);
  expect({ code, last, wrong: told.filter(({ wrong }) => wrong).slice(0, 20) }).toEqual({
    ...{ code: 0, last: String(Number(first) + Number(count) - 1), wrong: [] },
  });
  const { outcomes = {}, megabytes } = told.at(-1) ?? {};
  const expected = ['failed', 'unknown', 'answer-unreadable', 'answer-too-large'];
  if (count !== '1') expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(expected));
  expect(megabytes).toBeLessThan(600);
});
