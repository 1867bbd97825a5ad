// @needs engine images provider
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { labs } from '../labs/index';
import { useEngine, type Engine, type Finished } from '../testbed/engine/engine';
import { makeProject } from '../testbed/programs/project';

const id = 'ch04-port';
const container = 'apa000ex2';
const page = 'http://localhost:8080/';
// `deploy` would ask a Terraform registry for checksums. There is no registry here.
const offline = '--skip-provider-lock';

let engine: Engine;
let project: string;

function cdktf(...args: string[]): Promise<Finished> {
  return engine.exec('npx', ['cdktf', ...args], { cwd: project });
}

beforeAll(async () => {
  engine = await useEngine();
  project = join(engine.home, '도커 연습');
  makeProject(project);
  await engine.docker('pull', 'httpd');
});

it('lists every Docker lab under its id', async () => {
  const { code, stdout } = await cdktf('list');
  expect(code).toBe(0);
  for (const lab of labs) {
    const line = new RegExp(`^${lab.id} +cdktf\\.out/stacks/${lab.id}`, 'm');
    if (lab.platform === 'docker') expect(stdout).toMatch(line);
    else expect(stdout).not.toMatch(line);
  }
});

it('changes no file of the project, and works and warns when the Terraform configuration file is missing', async () => {
  const env = { TF_CLI_CONFIG_FILE: join(project, 'gone.rc') };
  const { code, stdout, stderr } = await engine.exec('npx', ['cdktf', 'synth'], {
    cwd: project,
    env,
  });
  expect(code).toBe(0);
  expect(stdout + stderr).toContain('gone.rc" does not exist');
  expect(existsSync(join(project, 'cdktf.out', 'stacks', id, 'cdk.tf.json'))).toBe(true);
  const settings = (folder: string) => readFileSync(join(folder, 'cdktf.json'), 'utf8');
  expect(settings(project)).toBe(settings(join(__dirname, '..')));
});

it('deploys a lab, sees no difference, sees one, and destroys', async () => {
  const before = await engine.inventory();
  expect(await cdktf('deploy', id, '--auto-approve', offline)).toMatchObject({ code: 0 });
  await expect(engine.fetch(page)).resolves.toMatchObject({
    body: expect.stringContaining('It works!'),
  });
  expect(statSync(join(project, '.tfstate')).mode & 0o777).toBe(0o700);

  expect((await cdktf('diff', id, offline)).stdout).toContain('No changes.');
  await engine.docker('rm', '--force', container);
  expect(await cdktf('deploy', id, '--auto-approve', offline)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 to add'),
  });

  expect(await cdktf('destroy', id, '--auto-approve')).toMatchObject({ code: 0 });
  expect(await engine.inventory()).toEqual(before);
});
