// @circle all @needs aws ssh
import { parse } from 'csv-parse/sync';

import { ReachableClass } from '../../../../testbed/class/reachable-class';

const names = ['kim', '이영희', '=1+1', 'zoe'];
let room: ReachableClass;
beforeAll(async () => {
  room = await ReachableClass.start('status', names);
  const deadline = String(Math.floor(Date.now() / 1000) + 5 * 3600);
  await room.on('kim').says({ steps: 'docker done\n', ready: '', deadline });
  await room.on('=1+1').says({ ready: '' });
  await room.on('이영희').says({ steps: 'docker begun\n' });
  await room.on('zoe').says({ steps: 'minikube failed 3\n', failed: 'minikube\n', booted: '' });
});
afterAll(() => room.stop());

const widthOf = (text: string) => [...text].length + (text.match(/[가-힣]/g)?.length ?? 0);

it('shows for each VM whether it is ready, its hours left, and its cost', async () => {
  const { code, stdout } = await room.status();
  expect(code).toBe(1);
  expect(stdout).toMatch(/✓ {2}kim +kim +ready +[45]\.\d h +\$0\.\d+ +\d/);
  expect(stdout).toMatch(/✗ {2}iyeonghui-\w+ +이영희 +installing +-/);
  expect(stdout).toMatch(/✗ {2}zoe +zoe +failed: minikube.*\n.*\[vm-steps-failed\]/);
  expect(stdout).toContain('dkkb class up --retry');
  expect(stdout).toContain('2 of 4 VMs can be used');
});

it('aligns the columns of the table within 80 columns, also with Korean names', async () => {
  const lines = (await room.status()).stdout.split('\n').slice(1, 5);
  const places = lines.map((line, index) => {
    const address =
      names.map((name) => room.addressOf(name)).find((one) => line.includes(one)) ??
      `none ${index}`;
    expect(widthOf(line)).toBeLessThanOrEqual(80);
    return widthOf(line.slice(0, line.indexOf(address)));
  });
  expect(new Set(places).size).toBe(1);
});

it('gives scripts the same as JSON', async () => {
  const all = await room.statuses();
  expect(all.get('kim')).toMatchObject({ state: 'running', ready: true, failed: [] });
  expect(all.get('kim')?.hoursLeft).toBeGreaterThan(4);
  expect(all.get('kim')?.hoursLeft).toBeLessThanOrEqual(5);
  expect(all.get('이영희')).toMatchObject({ state: 'running', ready: false, failed: [] });
  expect(all.get('zoe')).toMatchObject({ ready: false, failed: ['minikube'] });
});

it('waits for each VM by itself, and distinguishes a late one from one whose installation stopped', async () => {
  await room.on('zoe').says({ failed: '' });
  const { code, stdout } = await room.own.run(['up', '--timeout', '0.3']);
  await room.on('zoe').says({ failed: 'minikube\n' });
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
  const { code, stdout } = await room.own.run(['extend', '2', '--student', 'zoe', 'nobody']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ zoe {2}\S.*\n✗ nobody {2}no VM\n/);
  expect(stdout).toContain('dkkb class extend 2 --student zoe nobody\n');
  expect(stdout).not.toContain('kim');
});

it.each(['0', 'abc', '721'])('refuses to extend by %s hours', async (hours) => {
  expect(await room.own.run(['extend', hours])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(hours),
  });
});

it('writes CSV in which no name is a formula', async () => {
  const { stdout } = await room.status('-o', 'csv');
  const rows = parse(stdout, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ name }) => name).sort()).toEqual(["'=1+1", 'kim', 'zoe', '이영희']);
  expect(rows.find(({ id }) => id === 'kim')).toMatchObject({
    state: 'running',
    ready: 'true',
    hoursLeft: expect.stringMatching(/^[45]/),
    address: room.addressOf('kim'),
    problem: '',
  });
  expect(rows.find(({ id }) => id === 'zoe')).toMatchObject({
    ready: 'false',
    failed: 'minikube',
    problem: 'vm-steps-failed',
  });
});

it('names a student without a VM, and asks only AWS with --no-ssh', async () => {
  room.own.configure([...names, 'new']);
  const { code, stdout } = await room.status('--no-ssh');
  room.own.configure(names);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/✗ {2}new +new +no VM/),
  });
  expect(stdout).toMatch(/✓ {2}zoe +zoe +running +- /);
});

it('reports a silent VM and one whose SSH server has stopped, and shows the others', async () => {
  await room.on('zoe').answers('silence');
  await room.on('=1+1').answers('no');
  const { code, stdout } = await room.status();
  await room.on('zoe').answers('yes');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('✓  kim') });
  expect(stdout).toMatch(/\? {2}zoe +zoe +no answer.*\n.*timed out \[ssh-unreachable\]/);
  expect(stdout).toMatch(/=1\+1 +no answer.*\n.*refused \[ssh-unreachable\]/);
  expect(stdout).toMatch(/ssh -i \S+instructor ubuntu@\d/);
});

it.each([
  [['--watch', '-o', 'csv'], '--watch'],
  [['--lab', 'ch04-port', '--no-ssh'], '--no-ssh'],
  [['--lab', 'ch04-prot'], 'ch04-port'],
])('refuses %j, and says why', async (words, said) => {
  const { code, stderr } = await room.status(...words);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
});
