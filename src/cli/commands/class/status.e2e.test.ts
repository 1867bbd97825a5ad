// @circle all @needs aws ssh
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { TestClass, upNow, type ClassVm } from '../../../../testbed/class/class';
import { startMachine } from '../../../../testbed/engine/machine';
import type { Namespace } from '../../../../testbed/engine/namespace';
import { dkkb } from '../../../../testbed/programs/paths';
import { Output } from '../../../../testbed/programs/output';
import { finish, need, type Finished } from '../../../../testbed/programs/process';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly ready?: boolean;
  readonly hoursLeft?: number;
  readonly failed?: readonly string[];
  readonly problem?: { readonly code: string; readonly commands: readonly string[] };
}

const names = ['kim', '이영희', '=1+1', 'zoe'];
let teacher: Namespace;
let own: TestClass;
const vms = new Map<string, ClassVm>();
const machines = new Map<string, Namespace>();
const on = (name: string): Namespace => machines.get(name) ?? teacher;

beforeAll(async () => {
  teacher = await startMachine('status-teacher');
  own = await TestClass.start(teacher);
  own.configure(names);
  for (const vm of await own.vms(upNow)) vms.set(vm.name, vm);
  for (const [index, name] of names.entries()) {
    const machine = await startMachine(`status-${String(index)}`);
    machines.set(name, machine);
    await own.put(machine, vms.get(name) ?? { id: name, name });
  }
  const deadline = String(Math.floor(Date.now() / 1000) + 5 * 3600);
  await on('kim').says({ steps: 'docker done\n', ready: '', deadline });
  await on('=1+1').says({ ready: '' });
  await on('이영희').says({ steps: 'docker begun\n' });
  await on('zoe').says({ steps: 'minikube failed 3\n', failed: 'minikube\n', booted: '' });
});

afterAll(async () => {
  await own.stop();
  for (const machine of [...machines.values(), teacher]) await machine.stop();
});

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

const status = (...words: string[]) => own.run(['status', ...words]);
async function told(): Promise<Map<string, Told>> {
  const { stdout } = await status('-o', 'json');
  const { vms: all } = JSON.parse(stdout) as { vms: (Told & { name: string })[] };
  return new Map(all.map((vm) => [vm.name, vm]));
}
const widthOf = (text: string) => [...text].length + (text.match(/[가-힣]/g)?.length ?? 0);
const instanceOf = (name: string) => vms.get(name)?.instance ?? '';
const addressOf = (name: string) => vms.get(name)?.address ?? '';

it('shows for each VM whether it is ready, its hours left, and its cost', async () => {
  const { code, stdout } = await status();
  expect(code).toBe(1);
  expect(stdout).toMatch(/✓ {2}kim +kim +ready +[45]\.\d h +\$0\.\d+ +\d/);
  expect(stdout).toMatch(/✗ {2}iyeonghui-\w+ +이영희 +installing +-/);
  expect(stdout).toMatch(/✗ {2}zoe +zoe +failed: minikube.*\n.*\[vm-steps-failed\]/);
  expect(stdout).toContain('dkkb class up --retry');
  expect(stdout).toContain('2 of 4 VMs can be used');
});

it('aligns the columns of the table within 80 columns, also with Korean names', async () => {
  const lines = (await status()).stdout.split('\n').slice(1, 5);
  const places = lines.map((line, index) => {
    const address = names.map(addressOf).find((one) => line.includes(one)) ?? `none ${index}`;
    expect(widthOf(line)).toBeLessThanOrEqual(80);
    return widthOf(line.slice(0, line.indexOf(address)));
  });
  expect(new Set(places).size).toBe(1);
});

it('gives scripts the same as JSON', async () => {
  const all = await told();
  expect(all.get('kim')).toMatchObject({ state: 'running', ready: true, failed: [] });
  expect(all.get('kim')?.hoursLeft).toBeGreaterThan(4);
  expect(all.get('kim')?.hoursLeft).toBeLessThanOrEqual(5);
  expect(all.get('이영희')).toMatchObject({ state: 'running', ready: false, failed: [] });
  expect(all.get('zoe')).toMatchObject({ ready: false, failed: ['minikube'] });
});

it('waits for each VM by itself, and distinguishes a late one from one whose installation stopped', async () => {
  await on('zoe').says({ failed: '' });
  const { code, stdout } = await own.run(['up', '--timeout', '0.3']);
  await on('zoe').says({ failed: 'minikube\n' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/✓ kim /);
  expect(stdout).toMatch(
    /✗ iyeonghui-\w+ .*\n +ssh .*\n +Not ready after .*: docker .*\[vm-late\]/,
  );
  expect(stdout).toMatch(
    /✗ zoe .*\n +ssh .*\n.*stopped on its way.*: minikube .*\[vm-interrupted\]/,
  );
  expect(stdout).toMatch(/--replace iyeonghui-\w+ zoe\n/);
});

it('names each VM whose deadline was not moved, and the command for only these', async () => {
  const { code, stdout } = await own.run(['extend', '2', '--student', 'zoe', 'nobody']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ zoe {2}\S.*\n✗ nobody {2}no VM\n/);
  expect(stdout).toContain('dkkb class extend 2 --student zoe nobody\n');
  expect(stdout).not.toContain('kim');
});

it.each(['0', 'abc', '721'])('refuses to extend by %s hours', async (hours) => {
  expect(await own.run(['extend', hours])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(hours),
  });
});

it('writes CSV in which no name is a formula', async () => {
  const { stdout } = await status('-o', 'csv');
  const rows = parse(stdout, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ name }) => name).sort()).toEqual(["'=1+1", 'kim', 'zoe', '이영희']);
  expect(rows.find(({ id }) => id === 'kim')).toMatchObject({
    state: 'running',
    ready: 'true',
    hoursLeft: expect.stringMatching(/^[45]/),
    address: addressOf('kim'),
    problem: '',
  });
  expect(rows.find(({ id }) => id === 'zoe')).toMatchObject({
    ready: 'false',
    failed: 'minikube',
    problem: 'vm-steps-failed',
  });
});

it('names a student without a VM, and asks only AWS with --no-ssh', async () => {
  own.configure([...names, 'new']);
  const { code, stdout } = await status('--no-ssh');
  own.configure(names);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/✗ {2}new +new +no VM/),
  });
  expect(stdout).toMatch(/✓ {2}zoe +zoe +running +- /);
});

it('keeps the keys that the console shows, and connects to no VM whose console shows none', async () => {
  const file = own.kept('known-hosts', instanceOf('kim'));
  const shown = join(own.aws.consoles, instanceOf('kim'));
  const [kept, text] = [readFileSync(file, 'utf8'), readFileSync(shown, 'utf8')];
  expect(kept).toMatch(new RegExp(`^${instanceOf('kim')} ssh-ed25519 \\S+\\n$`));
  rmSync(file);
  writeFileSync(shown, '[   31.4] cloud-init');
  const all = await told();
  expect(all.get('kim')?.problem?.code).toBe('vm-host-key-unknown');
  expect(all.get('=1+1')).toMatchObject({ ready: true });
  expect(existsSync(file)).toBe(false);
  writeFileSync(shown, text);
  expect((await told()).get('kim')).toMatchObject({ ready: true });
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

it('refuses another machine at the address of a new VM', async () => {
  const file = own.kept('known-hosts', instanceOf('kim'));
  rmSync(file);
  await own.showHostKeys(on('zoe'), instanceOf('kim'));
  expect((await told()).get('kim')?.problem?.code).toBe('ssh-host-changed');
  rmSync(file);
  await own.showHostKeys(on('kim'), instanceOf('kim'));
  expect((await told()).get('kim')).toMatchObject({ ready: true });
});

it('puts the host keys on the card, so that the student’s ssh refuses another machine', async () => {
  await own.run(['cards']);
  await need('tar', ['-xf', own.at('cards', 'kim.tar.gz'), '-C', own.folder]);
  const login = (...more: string[]) =>
    finish(
      own.spawnProgram('ssh', ['-F', 'ssh_config', ...more, 'practice', 'id -un'], {
        cwd: own.at('kim'),
      }),
    );
  expect(await login('-o', 'BatchMode=yes')).toMatchObject({ code: 0 });
  const another = ['-o', `HostName=${addressOf('zoe')}`, '-o', `HostKeyAlias=${addressOf('kim')}`];
  expect(await login('-o', 'BatchMode=yes', ...another)).toMatchObject({
    code: 255,
    stderr: expect.stringContaining('Host key verification failed'),
  });
});

it('trusts the first key that it sees where the configuration allows that', async () => {
  const shown = join(own.aws.consoles, instanceOf('kim'));
  rmSync(own.kept('known-hosts', instanceOf('kim')));
  rmSync(shown);
  own.configure(names, ['acceptNewHostKeys: true']);
  const all = await told();
  own.configure(names);
  expect(all.get('kim')).toMatchObject({ ready: true });
  await own.showHostKeys(on('kim'), instanceOf('kim'));
});

it('reports a silent VM and one whose SSH server has stopped, and shows the others', async () => {
  await on('zoe').answers('silence');
  await on('=1+1').answers('no');
  const { code, stdout } = await status();
  await on('zoe').answers('yes');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('✓  kim') });
  expect(stdout).toMatch(/\? {2}zoe +zoe +no answer.*\n.*timed out \[ssh-unreachable\]/);
  expect(stdout).toMatch(/=1\+1 +no answer.*\n.*refused \[ssh-unreachable\]/);
  expect(stdout).toMatch(/ssh -i \S+instructor ubuntu@\d/);
});

it('names the file with the host key where another machine answers', async () => {
  const file = own.kept('known-hosts', instanceOf('kim'));
  const key = await need('ssh-keygen', ['-y', '-f', own.kept('keys', 'kim')]);
  const kept = await need('cat', [file]);
  writeFileSync(file, `${instanceOf('kim')} ${key}`);
  const { problem } = (await told()).get('kim') ?? {};
  writeFileSync(file, kept);
  expect(problem?.code).toBe('ssh-host-changed');
  expect(problem?.commands.join()).toContain(file);
});

it.each([
  [['--watch', '-o', 'csv'], '--watch'],
  [['--lab', 'ch04-port', '--no-ssh'], '--no-ssh'],
  [['--lab', 'ch04-prot'], 'ch04-port'],
])('refuses %j, and says why', async (words, said) => {
  const { code, stderr } = await status(...words);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
});

const closing = (child: ChildProcess) =>
  once(child, 'close').then(([code]) => code as number | null);

it('--watch prints a line for each VM and each change, the silent VM last, until Ctrl-C', async () => {
  await on('zoe').answers('silence');
  const child = own.spawn(['status', '--watch']);
  started.push(child);
  const code = closing(child);
  const output = new Output(child);
  await output.next(/✓ {2}kim/);
  await output.next(/\? {2}zoe .*\n.*\[ssh-unreachable\]/);
  await on('이영희').says({ ready: '' });
  await on('zoe').answers('yes');
  await output.next(/✓ {2}iyeonghui-\w+ +이영희 +ready/);
  expect(output.all.match(/✓ {2}kim/g)).toHaveLength(1);
  child.kill('SIGINT');
  expect(await code).toBe(0);
});

it('--watch redraws in place on a terminal, and shows the cursor again at its end', async () => {
  const words = `stty cols 80 rows 24; exec '${process.execPath}' '${dkkb}' class status --watch`;
  const child = own.spawnProgram('script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { TERM: 'xterm', NO_COLOR: '1' },
  });
  started.push(child);
  const code = closing(child);
  const output = new Output(child);
  await output.next(/✓ {2}kim[^]*Stop: Ctrl-C/);
  expect(output.all).toContain('\u001b[?25l');
  await on('kim').says({ failed: 'nano\n' });
  await output.next(/failed: nano/);
  expect(output.all).toContain('\u001b[1A');
  child.stdin?.write('\u0003');
  expect(await code).toBe(0);
  expect(output.all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
    output.all.lastIndexOf('\u001b[?25l'),
  );
});

it('fails with aws-unreachable when AWS does not answer', async () => {
  const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  const { code, stderr }: Finished = await own.run(['status', '--watch'], env);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('aws-unreachable') });
});
