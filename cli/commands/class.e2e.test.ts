// @needs aws
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startAws, type Aws } from '../../testbed/aws';

const program = join(__dirname, '..', '..', 'build', 'dkkb.mjs');

interface Vm {
  readonly id: string;
  readonly instance?: string;
  readonly address?: string;
}
interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let aws: Aws;
let folder: string;

// The local API knows no image of Ubuntu 24.04, which a cloud has.
const ubuntu = {
  ami_id: 'ami-0123456789abcdef0',
  owner_id: '099720109477',
  name: 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250101',
  architecture: 'x86_64',
  state: 'available',
  public: true,
  image_type: 'machine',
  image_location: 'ubuntu',
  description: 'Ubuntu 24.04',
  root_device_type: 'ebs',
  root_device_name: '/dev/sda1',
  virtualization_type: 'hvm',
  hypervisor: 'xen',
  sriov: 'simple',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dkkb-class-'));
  const images = join(folder, 'images.json');
  writeFileSync(images, JSON.stringify([ubuntu]));
  process.env['MOTO_AMIS_PATH'] = images;
  aws = await startAws();
  delete process.env['MOTO_AMIS_PATH'];
});

afterAll(async () => {
  await aws.stop();
  rmSync(folder, { recursive: true });
});

function start(words: readonly string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, 'class', ...words], {
    cwd: folder,
    env: { ...process.env, ...aws.env, DKKB_DATA: join(folder, 'data'), DKKB_LANG: 'en', ...more },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (output.stdout += String(text)));
  child.stderr.on('data', (text) => (output.stderr += String(text)));
  const finished = new Promise<Finished>((resolve) =>
    child.once('close', (code) => resolve({ code, ...output })),
  );
  return { child, output, finished };
}
const run = (words: readonly string[], more?: Record<string, string>) =>
  start(words, more).finished;

function configure(students: readonly string[]): void {
  const lines = ['class: docker', `students: [${students.join(', ')}]`, 'allow: [127.0.0.1/32]'];
  writeFileSync(join(folder, 'dkkb.config.yaml'), lines.join('\n'));
}

const upNow = ['up', '--no-wait', '-o', 'json'];
function vmsOf({ stdout }: Finished): Vm[] {
  return (JSON.parse(stdout) as { vms: Vm[] }).vms;
}
async function up(): Promise<Map<string, string | undefined>> {
  const done = await run(upNow);
  expect(done).toMatchObject({ code: 0 });
  return new Map(vmsOf(done).map(({ id, instance }) => [id, instance]));
}
const state = () => join(folder, 'data', 'classes', 'docker', 'terraform.tfstate');

async function untilSaid(output: { stderr: string }, pattern: RegExp, of: Promise<Finished>) {
  let over = false;
  void of.then(() => (over = true));
  while (!pattern.test(output.stderr)) {
    if (over) throw new Error(`ended without saying ${pattern}: ${output.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('plans without making anything', async () => {
  configure(['kim', 'lee', 'park']);
  const { code, stdout } = await run(['plan']);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toContain('3 VMs to make');
  expect(stdout).toMatch(/estimate/);
  expect(vmsOf(await run(['status', '--no-ssh', '-o', 'json']))).toEqual([
    expect.objectContaining({ id: 'kim', state: 'none' }),
    expect.objectContaining({ id: 'lee', state: 'none' }),
    expect.objectContaining({ id: 'park', state: 'none' }),
  ]);
});

it('goes on after kill -9, and makes nobody a second VM', async () => {
  const { child, output, finished } = start(upNow);
  await untilSaid(output, /: requested/, finished);
  child.kill('SIGKILL');
  await finished;
  const made = await up();
  expect([...made.keys()]).toEqual(['kim', 'lee', 'park']);
  expect(new Set(made.values()).size).toBe(3);
  const { stderr } = await run(['down']);
  expect(stderr.match(/^- instance /gm)).toHaveLength(3);
  expect(statSync(state()).mode & 0o077).toBe(0);
});

it('touches nobody else for a roster in another order with one more name, nor without its state', async () => {
  const before = await up();
  configure(['zoe', 'park', 'kim', 'lee']);
  rmSync(state());
  const after = await up();
  for (const [id, instance] of before) expect(after.get(id)).toBe(instance);
  expect(after.get('zoe')).toMatch(/^i-/);
});

it('keeps the VM of a student who has left the roster, and says so', async () => {
  const before = await up();
  configure(['park', 'kim', 'lee']);
  expect((await run(['plan'])).stdout).toContain('not on the roster any more');
  await up();
  configure(['zoe', 'park', 'kim', 'lee']);
  expect(await up()).toEqual(before);
});

it('replaces the VM that was asked for, and no other', async () => {
  const before = await up();
  const done = await run([...upNow, '--replace', 'kim']);
  const after = new Map(vmsOf(done).map(({ id, instance }) => [id, instance]));
  expect(after.get('kim')).not.toBe(before.get('kim'));
  expect(after.get('lee')).toBe(before.get('lee'));
});

it('removes nothing without a yes, and everything with it, also without its state', async () => {
  const asked = await run(['down']);
  expect(asked.code).toBe(1);
  expect(asked.stdout).toContain('--yes');
  rmSync(state());
  const { code, stdout } = await run(['down', '--yes']);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toContain('nothing is left in any region');
  expect((await run(['down', '-o', 'json'])).stdout).toContain('"left": []');
});

it.each([
  [{ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, 'aws-no-credentials'],
  [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, 'aws-unreachable'],
])('names what is wrong with the way to AWS: %j', async (more, problem) => {
  const { code, stderr } = await run(['plan'], more);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(problem) });
});

it('refuses a wrong configuration and a student whom the class does not have', async () => {
  const wrong = await run(['plan'], { DKKB_STUDENTS: '-1', DKKB_HOURS: '0' });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('DKKB_STUDENTS: -1');
  expect(wrong.stderr).toContain('DKKB_HOURS: 0');
  expect(await run(['up', '--replace', 'nobody'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nobody'),
  });
});
