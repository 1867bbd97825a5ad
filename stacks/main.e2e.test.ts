// The program that `cdktf synth` starts. @needs provider
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { finish, need } from '../testbed/programs/process';
import { makeProject } from '../testbed/programs/project';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-stacks-'));
const project = join(folder, '도커 연습');
const at = (...names: string[]) => join(project, ...names);

beforeAll(async () => {
  makeProject(project);
  await need(process.execPath, ['esbuild.config.mjs', 'stacks'], { cwd: project });
  mkdirSync(join(folder, 'bin'));
  symlinkSync(process.execPath, join(folder, 'bin', 'node'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A state in which there is something to destroy. */
const somethingMade = {
  version: 4,
  serial: 1,
  lineage: 'test',
  resources: [
    {
      ...{ mode: 'managed', type: 'terraform_data', name: 'made' },
      provider: 'provider["terraform.io/builtin/terraform"]',
      instances: [{ schema_version: 0, attributes: { id: 'made' } }],
    },
  ],
};

/** Writes the stacks where the PATH has Node only. */
async function synth(more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: join(folder, 'bin'), HOME: folder, ...more };
  const started = spawn('node', [at('build', 'stacks.cjs')], { cwd: project, env, stdio: 'pipe' });
  const { code, stdout, stderr } = await finish(started);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return { stdout, stderr };
}

it('makes every stack and a key that OpenSSH accepts, without ssh-keygen', async () => {
  const { stdout, stderr } = await synth();
  expect(stdout.split('\n').filter(Boolean).length).toBeGreaterThan(10);
  expect(stderr).toBe('');
  const key = at('.tfstate', 'practice-host', 'id_ed25519');
  const half = await need('ssh-keygen', ['-y', '-f', key]);
  expect(half).toBe(readFileSync(`${key}.pub`, 'utf8'));
  expect(await need('ssh-keygen', ['-l', '-f', `${key}.pub`])).toMatch(
    /^256 SHA256:.* \(ED25519\)/,
  );
});

it('makes the other stacks where the class’s settings are wrong, and practice-vm then says what is wrong', async () => {
  const { stdout } = await synth();
  const wrong = await synth({ DKKB_REGION: '${nowhere}' });
  expect(wrong.stdout).toBe(stdout);
  expect(wrong.stderr).toMatch(/DKKB_REGION.*\$\{nowhere\}.*allowed/);
  writeFileSync(at('.tfstate', 'practice-vm.tfstate'), JSON.stringify(somethingMade));
  const cwd = at('cdktf.out', 'stacks', 'practice-vm');
  await need('terraform', ['init', '-no-color'], { cwd });
  for (const words of [['plan'], ['destroy', '-auto-approve']]) {
    const args = [...words, '-input=false', '-no-color', '-var=unready=yes'];
    const { code, stderr } = await finish(spawn('terraform', args, { cwd, stdio: 'pipe' }));
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"${nowhere}"'),
    });
  }
});

it('makes the other stacks where the key of the practice host is damaged', async () => {
  writeFileSync(at('.tfstate', 'practice-host', 'id_ed25519.pub'), '');
  writeFileSync(at('.tfstate', 'practice-host', 'id_ed25519'), 'no key');
  const { stdout, stderr } = await synth();
  expect(stdout).toContain('practice-vm');
  expect(stderr).toMatch(/no key for practice-host: .*class-key-damaged/);
});
