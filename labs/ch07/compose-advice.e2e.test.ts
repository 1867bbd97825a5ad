import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { edited } from '../../src/core/edit';
import { files } from '../../src/core/machine/files';
import type { Problem } from '../../src/core/problem';
import { commandOf } from '../../src/core/shell/command';
import { composeFileSays } from '../../src/docker/checks/compose/file';
import { underCompose } from '../../src/docker/checks/compose/under-compose';
import { portWrong } from '../../src/docker/problems/published-ports';
import type { EngineState } from '../../src/docker/model/exercise';
import { run } from '../../testbed/programs/process';
import { ownFiles } from '../shared/compose-files';
import { composeMistakes } from '../shared/compose-mistakes';

const path = 'com_folder/docker-compose.yml';
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb-advice-'));
  mkdirSync(join(dir, 'com_folder'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** What the check says of a file, as Compose itself reads it. */
async function problemsIn(text: string, state: EngineState): Promise<readonly Problem[]> {
  writeFileSync(join(dir, path), text);
  const check = composeFileSays(state, path);
  const context = { dir, files, run } as unknown as Parameters<typeof check.run>[0];
  return check.run(context);
}

const codesOf = (problems: readonly Problem[]) => problems.map(({ code }) => code);

it.each(Object.entries(ownFiles))('the file "%s" is right', async (_name, { text, state }) => {
  expect(await problemsIn(text, state)).toEqual([]);
});

const mistakes = composeMistakes.map(([title, name, change, ...codes]) => ({
  title,
  ...ownFiles[name],
  change,
  codes,
}));

it.each(mistakes)(
  '$title: told as that, and the file passes after the changes that are shown',
  async ({ text, state, change: [from, to], codes }) => {
    const wrong = text.replaceAll(from, to);
    expect(wrong).not.toBe(text);
    const problems = await problemsIn(wrong, state);
    expect(codesOf(problems)).toEqual(codes);
    const edits = problems.flatMap((problem) => problem.edits ?? []);
    const mended = edited(wrong.split('\n'), edits).join('\n');
    expect(await problemsIn(mended, state)).toEqual([]);
  },
);

it('the same is said of a file with the line endings of Windows', async () => {
  const { text, state } = ownFiles.book;
  const wrong = text.replace('ports:', 'prots:').replaceAll('\n', '\r\n');
  const problems = await problemsIn(wrong, state);
  expect(problems).toMatchObject([
    {
      code: 'compose-option-unknown',
      values: { option: 'prots', similar: 'ports' },
      edits: [{ line: 25, before: ['    prots:'], after: ['    ports:'] }],
    },
  ]);
});

it('accounts of the own that fit together pass with a note', async () => {
  const { text, state } = ownFiles.book;
  const own = text.replaceAll('wkunpass', '1234').replaceAll('wordpress000kun', 'me');
  expect(await problemsIn(own, state)).toMatchObject([
    {
      code: 'compose-own-accounts',
      kind: 'note',
      values: {
        variables: 'MYSQL_USER, MYSQL_PASSWORD, WORDPRESS_DB_USER, WORDPRESS_DB_PASSWORD',
      },
    },
  ]);
});

it('the account of root serves the application, too', async () => {
  const { text, state } = ownFiles.brackets;
  const own = text
    .replace('DB_USER=wordpress000kun', 'DB_USER=root')
    .replace('DB_PASSWORD=wkunpass', 'DB_PASSWORD=mariarootpass')
    .replace(/ +- MYSQL_(?:USER|PASSWORD)=.*\n/g, '');
  expect(codesOf(await problemsIn(own, state))).toEqual(['compose-own-accounts']);
});

it('where no change is found, the lines of the service are shown as they should be', async () => {
  const { text, state } = ownFiles.brackets;
  // More aliases than the search goes through.
  const many = `x-many: [${'*always, '.repeat(30)}]\n`;
  const shared = text
    .replace('services:', `x-always: &always\n  restart: always\n${many}services:`)
    .replace('    restart: always\n', '    <<: *always\n')
    .replace('"8088"', '"8089"');
  const [problem, ...others] = await problemsIn(shared, state);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'compose-setting-wrong' });
  expect(problem?.edits).toBeUndefined();
  expect(problem?.expected).toContain('      - 8088:80');
});

/** What a failing check of a service says while Compose's containers run. */
async function problemsOfService(text: string, service: string): Promise<readonly Problem[]> {
  writeFileSync(join(dir, path), text);
  const { state } = ownFiles.book;
  const labels = { 'com.docker.compose.service': service };
  const containers = new Map([[service, { name: `blog-${service}-1`, labels }]]);
  const again = { remove: commandOf('true'), run: commandOf('true') };
  const wrong = portWrong({ name: service, ...again, wanted: '8085:80', found: '8086:80' });
  const failing = { subject: service, title: () => ({ ko: '', en: '' }), run: async () => [wrong] };
  const lab = { platform: 'docker', id: 'x', setup: {}, solution: state };
  const engine = { containers: async () => containers };
  const check = underCompose(failing, path, state);
  const context = { lab, engine, dir, files, run } as unknown as Parameters<typeof check.run>[0];
  return check.run(context);
}

it('while containers run, the changes of the service in the file are shown, too', async () => {
  const wrong = ownFiles.book.text.replace('8085:80', '8086:80');
  const [problem] = await problemsOfService(wrong, 'wordpress000ex12');
  expect(problem).toMatchObject({
    code: 'port-wrong',
    edits: [{ before: [expect.stringContaining('8086:80')] }],
  });
});

it('the changes of another service are not shown with it', async () => {
  const wrong = ownFiles.book.text.replace('8085:80', '8086:80');
  const [problem] = await problemsOfService(wrong, 'mysql000ex11');
  expect(problem?.code).toBe('port-wrong');
  expect(problem?.edits).toBeUndefined();
});
