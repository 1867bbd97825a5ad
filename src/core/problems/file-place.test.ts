import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onPosix } from '../../../testbed/programs/posix';
import { composeFileProblem } from '../../docker/checks/compose/missing-file';
import { fileProblem } from '../checks/reader-file';
import { files } from '../machine/files';
import type { Shell } from '../shell/shells';
import { otherMachine, type System } from '../system';

let around: string;
let dir: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'dkkb-place-'));
  dir = join(around, '도커 실습');
  mkdirSync(dir);
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

const save = (name: string) => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), 'text\n');
};
const on = (system: System, shell: Shell) => ({ ...otherMachine, system, shell });
const compose = 'com_folder/docker-compose.yml';
const problemOf = (file: string) =>
  file === compose ? composeFileProblem({ dir, files }, file) : fileProblem({ dir, files }, file);

/** What brings a file into its place, as long as it is not there. */
async function commandsFor(file: string) {
  if ((await files.kind(join(dir, file))) === 'file') return undefined;
  return (await problemOf(file))?.describe(on('debian', 'bash')).remedy.commands;
}

it.each([
  ['Dockerfile', 'apa_folder/Dockerfile', { elsewhere: 'Dockerfile', needs: 'apa_folder' }],
  ['Dockerfile.txt', 'apa_folder/Dockerfile', { elsewhere: 'Dockerfile.txt' }],
  [
    'apa_folder/apa_folder/Dockerfile',
    'apa_folder/Dockerfile',
    { elsewhere: 'apa_folder/apa_folder/Dockerfile', needs: '' },
  ],
  ['apa_foler/Dockerfile', 'apa_folder/Dockerfile', { misspelt: 'apa_foler', needs: 'apa_folder' }],
  ['Apa-Folder/Dockerfile.txt', 'apa_folder/Dockerfile', { misspelt: 'Apa-Folder' }],
  ['../Dockerfile', 'apa_folder/Dockerfile', { elsewhere: '../Dockerfile' }],
  ['내 폴더/apa000pod.yml', 'kube_folder/apa000pod.yml', { elsewhere: '내 폴더/apa000pod.yml' }],
  ['apa_folder/index.html', 'index.html', { elsewhere: 'apa_folder/index.html', needs: '' }],
  [
    'apa_folder/compose.yaml',
    compose,
    { elsewhere: 'apa_folder/compose.yaml', needs: 'com_folder' },
  ],
  ['../docker-compose.yml.txt', compose, { elsewhere: '../docker-compose.yml.txt' }],
])(
  '%s is found where %s is missing, and the commands bring it into its place',
  async (at, file, place) => {
    save(at);
    const problem = await problemOf(file);
    expect(problem).toMatchObject({ values: place, isStillToDo: false });
    const { message, remedy } = problem?.describe(on('debian', 'bash')) ?? {};
    const shown = Object.values(place).filter(Boolean)[0] ?? '';
    expect(message?.ko).toContain(`\`${shown}\``);
    expect(message?.en).toContain(`\`${shown}\``);
    if (process.platform === 'win32') return;
    for (let commands = remedy?.commands; commands; commands = await commandsFor(file))
      execFileSync('bash', ['-ec', commands.join('\n')], { cwd: dir });
    expect(await files.kind(join(dir, file))).toBe('file');
  },
);

it.each([
  ['..', 'cd ..'],
  ['실습 폴더', "cd '실습 폴더'"],
])('whoever works in the folder %s is told to go there', async (under, line) => {
  save(`${under}/kube_folder/apa000pod.yml.txt`);
  const problem = await problemOf('kube_folder/apa000pod.yml');
  expect(problem).toMatchObject({ values: { under }, isStillToDo: false });
  expect(problem?.describe(on('debian', 'bash')).remedy.commands).toEqual([line]);
});

it.each<[System, Shell, readonly string[]]>([
  ['windows', 'cmd', ['mkdir apa_folder', 'move Dockerfile apa_folder\\Dockerfile']],
  ['windows', 'powershell', ['mkdir apa_folder', 'Move-Item Dockerfile apa_folder/Dockerfile']],
  ['windows', 'git-bash', ['mkdir -p apa_folder', 'mv Dockerfile apa_folder/Dockerfile']],
  ['macos', 'bash', ['mkdir -p apa_folder', 'mv Dockerfile apa_folder/Dockerfile']],
])('on %s, %s moves a file that is one folder too high', async (system, shell, commands) => {
  save('Dockerfile');
  const problem = await problemOf('apa_folder/Dockerfile');
  expect(problem?.describe(on(system, shell)).remedy.commands).toEqual(commands);
});

it('a page stays where it is, because another exercise may need it', async () => {
  save('index.html');
  const problem = await problemOf('apa_folder/index.html');
  const commands = (shell: Shell) => problem?.describe(on('windows', shell)).remedy.commands?.[1];
  expect(commands('cmd')).toBe('copy index.html apa_folder\\index.html');
  expect(commands('powershell')).toBe('Copy-Item index.html apa_folder/index.html');
  expect(commands('git-bash')).toBe('cp index.html apa_folder/index.html');
});

it('whoever is inside the folder is told to go up, also with --dir', async () => {
  save('apa_folder/Dockerfile');
  dir = join(dir, 'apa_folder');
  const problem = await problemOf('apa_folder/Dockerfile');
  expect(problem?.values).toMatchObject({ inside: 'apa_folder' });
  const here = problem?.describe(on('windows', 'cmd'));
  expect(here?.remedy.commands).toEqual(['cd /d ..']);
  const there = problem?.describe({ ...on('windows', 'cmd'), elsewhere: dir });
  expect(there?.remedy).toMatchObject({ en: expect.stringContaining('--dir') });
  expect(there?.remedy.commands).toBeUndefined();
});

it.each<[System, Shell, string, readonly string[]]>([
  ['debian', 'bash', compose, ['mkdir -p com_folder', `nano ${compose}`]],
  ['macos', 'bash', 'index.html', ['nano index.html']],
  ['windows', 'cmd', compose, ['mkdir com_folder', 'notepad com_folder\\docker-compose.yml']],
  [
    'windows',
    'powershell',
    'apa_folder/Dockerfile',
    ['mkdir apa_folder', 'notepad apa_folder\\Dockerfile.'],
  ],
  ['windows', 'git-bash', 'index.html', ['notepad index.html']],
])('on %s, %s makes %s', async (system, shell, file, commands) => {
  const problem = await problemOf(file);
  expect(problem?.values['elsewhere']).toBeUndefined();
  const { remedy } = problem?.describe(on(system, shell)) ?? {};
  expect(remedy?.commands).toEqual(commands);
  expect(/모든 파일.*`\.txt`/.test(remedy?.ko ?? '')).toBe(system === 'windows');
});

it('no editor is opened for an archive, and no folder is made that is there', async () => {
  expect((await problemOf('backup_apa.tar.gz'))?.describe().remedy.commands).toBeUndefined();
  mkdirSync(join(dir, 'apa_folder'));
  const problem = await problemOf('apa_folder/Dockerfile');
  expect(problem?.describe(on('debian', 'bash')).remedy.commands).toEqual([
    'nano apa_folder/Dockerfile',
  ]);
});

onPosix('a folder that cannot be read is passed over', async () => {
  mkdirSync(join(dir, 'closed'), { mode: 0 });
  expect(await problemOf('index.html')).toMatchObject({ code: 'file-missing' });
});
