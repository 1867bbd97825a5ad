import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { onPosix } from '../../../testbed/programs/posix';
import { composeFileProblem } from '../../docker/checks/compose/missing-file';
import { fileProblem } from '../checks/reader-file';
import { files } from '../machine/files';
import { renameLine } from '../shell/own-lines';
import { shells, type Shell } from '../shell/shells';
import { otherMachine, type System } from '../system';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), '도커 실습-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const save = (...names: string[]) => {
  for (const name of names) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), 'services: {}\n');
  }
};

const on = (system: System, shell: Shell) => ({ ...otherMachine, system, shell });

it.each([
  ['cmd', 'ren com_folder\\docker-compose.yml.txt docker-compose.yml'],
  ['powershell', 'Rename-Item com_folder/docker-compose.yml.txt docker-compose.yml'],
  ['git-bash', 'mv com_folder/docker-compose.yml.txt com_folder/docker-compose.yml'],
] as const)('on Windows, a hidden .txt is told with the command for %s', async (shell, command) => {
  save('com_folder/docker-compose.yml.txt');
  const problem = await composeFileProblem({ dir, files }, 'com_folder/docker-compose.yml');
  const { message, remedy } = problem.describe(on('windows', shell));
  expect(problem.code).toBe('compose-file-missing');
  expect(remedy.commands).toEqual([command]);
  expect(message.ko).toMatch(/docker-compose\.yml\.txt.*파일 탐색기.*숨기고/);
  expect(message.en).toContain('hides the ending `.txt` and shows `docker-compose.yml`');
});

it.each([
  'apa_folder/Dockerfile',
  'com_folder/docker-compose.yml',
  'kube_folder/apa000pod.yml',
  'apa_folder/index.html',
])('a hidden .txt behind %s is told in every shell, and nothing is to be made', async (file) => {
  save(`${file}.txt`);
  const problem = file.endsWith('compose.yml')
    ? await composeFileProblem({ dir, files }, file)
    : await fileProblem({ dir, files }, file);
  const name = basename(file);
  const from = `${file}.txt`.replace('/', '\\');
  const lines = (['cmd', 'powershell', 'bash'] as const).map((shell) => {
    const { message, remedy } =
      problem?.describe(on(shell === 'bash' ? 'debian' : 'windows', shell)) ?? {};
    expect(message?.ko).toContain(`\`${file}.txt\``);
    return remedy?.commands;
  });
  expect(lines).toEqual([
    [`ren ${from} ${name}`],
    [`Rename-Item ${file}.txt ${name}`],
    [`mv ${file}.txt ${file}`],
  ]);
});

it('elsewhere it tells the ending and nothing of Windows', async () => {
  save('apa_folder/Dockerfile.txt');
  const problem = await fileProblem({ dir, files }, 'apa_folder/Dockerfile');
  const { message, remedy } = problem?.describe(on('macos', 'bash')) ?? {};
  expect(remedy?.commands).toEqual(['mv apa_folder/Dockerfile.txt apa_folder/Dockerfile']);
  expect(message?.en).toContain('the ending `.txt`');
  expect(`${message?.ko} ${remedy?.ko}`).not.toMatch(/Windows|탐색기/);
});

it.each([
  ['docker-compose.yml.txt', 'docker-compose.yml'],
  ['com_folder/compose.yaml.txt', 'com_folder/compose.yaml'],
  ['com_folder/docker-compse.yml', 'com_folder/docker-compose.yml'],
])('finds %s in the places of a Compose file', async (similar, name) => {
  save(similar);
  const problem = await composeFileProblem({ dir, files }, 'com_folder/docker-compose.yml');
  expect(problem.values).toMatchObject({ similar, name });
});

it('a folder of the name is not called missing', async () => {
  mkdirSync(join(dir, 'docker-compose.yml'));
  const compose = await composeFileProblem({ dir, files }, 'docker-compose.yml');
  expect(compose.code).toBe('file-is-folder');
});

onPosix('a broken link of the name is not called missing', async () => {
  symlinkSync(join(dir, 'nowhere'), join(dir, 'Dockerfile'));
  symlinkSync(join(dir, 'loop'), join(dir, 'loop'));
  for (const name of ['Dockerfile', 'loop'])
    expect((await fileProblem({ dir, files }, name))?.code).toBe('file-link-broken');
});

onPosix('a link to a file is that file', async () => {
  save('page.html');
  symlinkSync(join(dir, 'page.html'), join(dir, 'index.html'));
  expect(await fileProblem({ dir, files }, 'index.html')).toBeUndefined();
});

it.each([
  [
    '내 폴더/a b.txt',
    '내 폴더/a b',
    [
      'ren "내 폴더\\a b.txt" "a b"',
      "Rename-Item '내 폴더/a b.txt' 'a b'",
      "mv '내 폴더/a b.txt' '내 폴더/a b'",
    ],
  ],
  [
    'C:\\keys\\a',
    'C:\\keys\\a.before',
    [
      'ren C:\\keys\\a a.before',
      'Rename-Item C:\\keys\\a a.before',
      "mv 'C:\\keys\\a' 'C:\\keys\\a.before'",
    ],
  ],
  ['a.txt', 'b/a', ['move a.txt b\\a', 'Move-Item a.txt b/a', 'mv a.txt b/a']],
  [
    '-index.html',
    'index.html',
    [
      'ren -index.html index.html',
      'Rename-Item ./-index.html index.html',
      'mv ./-index.html index.html',
    ],
  ],
  [
    'a[1].txt',
    'a',
    ['ren "a[1].txt" a', "Rename-Item -LiteralPath 'a[1].txt' a", "mv 'a[1].txt' a"],
  ],
])('renames %s to %s in the way of each shell', (from, to, [cmd, powershell, bash]) => {
  const line = renameLine(from, to);
  expect(line).toEqual({ cmd, powershell, bash, 'git-bash': bash });
  expect(Object.keys(line).sort()).toEqual([...shells].sort());
});
