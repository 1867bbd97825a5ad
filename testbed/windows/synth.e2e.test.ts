// @circle all
// @needs engine images windows @minutes 1
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useEngine } from '../engine/engine';
import { repository } from '../programs/paths';
import { makeProject } from '../programs/project';
import { Windows } from './windows';

const scratch = mkdtempSync(join(tmpdir(), 'windows-'));
const project = join(scratch, '내 프로젝트');
let windows: Windows;

jest.setTimeout(600_000);
beforeAll(async () => {
  await makeProject(project);
  windows = await Windows.start(await useEngine(), { programs: [] });
});
afterAll(async () => {
  await windows.stop();
  rmSync(scratch, { recursive: true });
});

const synth = (program: string) =>
  windows.prompt(`cd /d "${windows.shows(project)}"`, `node node_modules\\${program} synth`);

it('cdk8s writes the same manifests with the Node.js of Windows', async () => {
  const { codes } = await synth('cdk8s-cli\\bin\\cdk8s');
  expect(codes).toEqual([0, 0]);
  const golden = join(repository, 'charts', 'golden');
  for (const file of readdirSync(golden))
    expect(readFileSync(join(project, 'dist', file))).toEqual(readFileSync(join(golden, file)));
});

it('cdktf makes every stack, though this Windows has no ssh-keygen', async () => {
  const { codes, stdout } = await synth('cdktf-cli\\bundle\\bin\\cdktf');
  expect({ codes, stdout }).toMatchObject({ codes: [0, 0] });
  const stacks = readdirSync(join(project, 'cdktf.out', 'stacks'));
  expect(stacks).toEqual(expect.arrayContaining(['ch04-port', 'practice-host', 'practice-vm']));
});
