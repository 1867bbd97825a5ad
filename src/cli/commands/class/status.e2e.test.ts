// @circle all @needs aws ssh
import { parse } from 'csv-parse/sync';

import { ReachableClass } from '../../../../testbed/class/reachable-class';
import { finish } from '../../../../testbed/programs/process';

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
  expect(stdout).toMatch(/· {2}iyeonghui-\w+ +이영희 +installing +\S/);
  expect(stdout).toMatch(/✗ {2}zoe +zoe +failed: minikube.*\n.*\[vm-steps-failed\]/);
  expect(stdout).toContain('dkkb class up --retry');
  expect(stdout).toContain('2 of 4 VMs can be used (getting ready 1, failed 1).');
  expect(stdout).toMatch(/Cost by list prices: \$0\.\d+ \(about \d+ won\) so far; \$\d/);
});

it('says the same in Korean', async () => {
  const { stdout } = await room.status('--lang', 'ko');
  expect(stdout).toMatch(/✗ {2}zoe +zoe +실패: minikube/);
  expect(stdout).toContain(
    '학생 4명 중 2명의 VM을 쓸 수 있습니다 (준비하는 중 1, 실패 1).\n비용(정가로 어림): 지금까지 $0.',
  );
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
  const { code, stdout } = await room.own.run(['extend', '2', '--student', 'zoe', '이영희']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ zoe {2}zoe {2}\S.*\n✗ iyeonghui-\w+ {2}이영희 {2}\S.*\n/);
  expect(stdout).toMatch(/dkkb class extend 2 --student zoe iyeonghui-\w+\n/);
  expect(stdout).not.toContain('kim');
});

it('moves no deadline where a name is nobody’s, and tells who is near', async () => {
  const { code, stdout, stderr } = await room.own.run([
    'extend',
    '2',
    '--student',
    'zoe',
    '이영히',
  ]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/`이영히`\. Did you mean: 이영희 \(iyeonghui-\w+\)\?/);
  expect(stderr).toContain('Help: dkkb class extend --help');
});

it('names by id a student who has left the roster and still has a VM', async () => {
  room.own.configure(names.filter((name) => name !== 'zoe'));
  const { code, stdout } = await room.own.run(['extend', '2', '--student', 'zoe']);
  room.own.configure(names);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^✗ zoe {2}zoe {2}\S/);
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

it('names a student without a VM, and calls no VM usable that --no-ssh did not ask', async () => {
  room.own.configure([...names, 'new']);
  const { code, stdout } = await room.status('--no-ssh');
  room.own.configure(names);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/✗ {2}new +new +no VM/),
  });
  expect(stdout).toMatch(/· {2}zoe +zoe +running +\S/);
  expect(stdout).not.toMatch(/✓|can be used/);
  expect(stdout).toContain('4 of 5 VMs run (off or missing 1); they were not asked');
  expect(await room.status('--no-ssh')).toMatchObject({ code: 0 });
});

it('shows and counts the VM of a student who left the roster', async () => {
  room.own.configure(names.filter((name) => name !== 'zoe'));
  const { stdout } = await room.status();
  const json = await room.status('-o', 'json');
  room.own.configure(names);
  expect(stdout).toMatch(/✗ {2}zoe +\(left\) +failed: minikube/);
  expect(stdout).toMatch(/2 of 3 VMs can be used.*\nVMs of nobody on the roster: 1/);
  const { vms, cost } = JSON.parse(json.stdout) as {
    vms: { id: string; cost: number; leftover?: string }[];
    cost: { spent: number; wonPerDollar: number; unpriced: string[] };
  };
  expect(vms.map(({ id, leftover }) => leftover && id).filter(Boolean)).toEqual(['zoe']);
  expect(cost.spent).toBeCloseTo(
    vms.reduce((sum, vm) => sum + vm.cost, 0),
    10,
  );
  expect(cost).toMatchObject({ unpriced: [], wonPerDollar: expect.any(Number) });
});

it('tells why VMs do not answer: each reason once', async () => {
  await room.on('zoe').answers('silence');
  await room.on('이영희').answers('silence');
  await room.on('=1+1').answers('no');
  const { code, stdout } = await room.status();
  const [silent = '', ...others] = stdout.match(/.*\[ssh-unreachable\]/g) ?? [];
  await room.on('이영희').answers('yes');
  await room.on('zoe').answers('yes');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('✓  kim') });
  expect(stdout).toMatch(/\? {2}zoe +zoe +no answer/);
  expect([silent, ...others]).toHaveLength(2);
  expect(stdout).toMatch(/=1\+1 +no answer.*\n.*refused \[ssh-unreachable\]/);
  expect(others[0]).toMatch(/^\? 이영희, zoe: .*`each VM`.*timed out/);
  expect(stdout.match(/ssh -i \S+instructor ubuntu@\d/g)).toHaveLength(1);
});

it('names a type without a list price, and still adds up the others', async () => {
  const change = `const ec2 = require(process.argv[1]);
    const [client, id] = [new ec2.EC2Client(), process.argv[2]];
    const send = (name, input) => client.send(new ec2[name]({ ...input }));
    send('StopInstancesCommand', { InstanceIds: [id] })
      .then(() => send('ModifyInstanceAttributeCommand', { InstanceId: id, InstanceType: { Value: 'r5.large' } }))
      .then(() => process.argv[3] && send('StartInstancesCommand', { InstanceIds: [id] }));`;
  const sdk = require.resolve('@aws-sdk/client-ec2');
  const act = (...more: string[]) =>
    finish(
      room.own.spawnProgram(process.execPath, ['-e', change, sdk, room.instanceOf('zoe'), ...more]),
    );
  expect(await act()).toMatchObject({ code: 0 });
  const off = await room.status('--no-ssh', '--lang', 'ko');
  expect(off.stdout).toMatch(/✗ {2}zoe +zoe +중지됨 +- +\$0/);
  expect(await act('start')).toMatchObject({ code: 0 });
  const { stdout } = await room.status('--no-ssh');
  expect(stdout).toMatch(/zoe +zoe +running +\S+(?: h)? +- /);
  expect(stdout).toMatch(/Cost by list prices: \$0.*without a list price, left out: r5\.large \(/);
});

it.each([
  [['--watch', '-o', 'csv'], '--watch'],
  [['--lab', 'ch04-port', '--no-ssh'], '--no-ssh'],
  [['--lab', 'ch04-prot'], 'ch04-port'],
])('refuses %j, and says why', async (words, said) => {
  const { code, stderr } = await room.status(...words);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
});
