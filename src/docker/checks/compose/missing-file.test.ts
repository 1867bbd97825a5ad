import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { files } from '../../../core/machine/files';
import { otherMachine, type System } from '../../../core/system';
import type { Shell } from '../../../core/shell/shells';
import { besideFolder } from './missing-file';
import { readerComposeFile } from './readers-file';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb-beside-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const on = (system: System, shell: Shell) => ({ ...otherMachine, system, shell });
const wanted = 'com_folder/docker-compose.yml';
const told = async (at = dir) => {
  const found = await readerComposeFile(at, wanted, ['web000ex1'], files);
  return found && besideFolder({ dir: at, files }, wanted, found);
};
const save = (name: string, text = 'services: {web000ex1: {}}\n') =>
  writeFileSync(join(dir, name), text);

it.each<[System, Shell, string[]]>([
  ['debian', 'bash', ['mkdir -p com_folder', 'mv compose.yaml com_folder/docker-compose.yml']],
  [
    'windows',
    'powershell',
    ['mkdir com_folder', 'Move-Item compose.yaml com_folder/docker-compose.yml'],
  ],
])('a file beside its folder is moved into it, on %s', async (system, shell, commands) => {
  save('compose.yaml');
  const problem = await told();
  expect(problem).toMatchObject({
    code: 'compose-file-missing',
    values: { elsewhere: 'compose.yaml', needs: 'com_folder' },
  });
  expect(problem?.describe(on(system, shell)).remedy.commands).toEqual(commands);
});

it('a folder that is there is not made', async () => {
  save('docker-compose.yml');
  mkdirSync(join(dir, 'com_folder'));
  expect((await told())?.values).toMatchObject({ elsewhere: 'docker-compose.yml', needs: '' });
});

it('nothing is told where a file is in its folder, is of something else, or the reader works in the folder', async () => {
  expect(await told()).toBeUndefined();
  save('compose.yaml', 'services: {other: {}}\n');
  expect(await told()).toBeUndefined();
  mkdirSync(join(dir, 'com_folder'));
  save('com_folder/compose.yaml');
  expect(await told()).toBeUndefined();
  expect(await told(join(dir, 'com_folder'))).toBeUndefined();
});
