// What `cdktf deploy` does not do. @circle all @needs engine images provider
import { join } from 'node:path';

import { useEngine, type Engine, type Finished } from '../testbed/engine/engine';
import { makeProject } from '../testbed/programs/project';

const id = 'ch04-port';
const container = 'apa000ex2';
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

it("fails on a stranger's container under a lab's name, and leaves it alone", async () => {
  const stranger = await engine.docker('run', '-d', '--name', container, 'httpd');
  const { code, stdout, stderr } = await cdktf('deploy', id, '--auto-approve', offline);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain(`"/${container}" is already in use`);
  expect(await engine.docker('ps', '--no-trunc', '--quiet')).toBe(stranger);
  await engine.docker('rm', '--force', container);
});

it('fails for an id that no lab has', async () => {
  const { code, stdout, stderr } = await cdktf('deploy', 'ch04-prot', '--auto-approve', offline);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("Could not find stack for pattern 'ch04-prot'");
});
