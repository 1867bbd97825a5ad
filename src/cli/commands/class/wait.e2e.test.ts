// @circle all @needs aws
import { TeacherNetwork } from '../../../../testbed/class/class-vm';
import { finish } from '../../../../testbed/programs/process';

interface Vm {
  readonly id: string;
  readonly instance: string;
  readonly ready: boolean;
  readonly problem: { readonly code: string };
}

const stopInstance = `const { EC2Client, StopInstancesCommand } = require(process.argv[1]);
  new EC2Client().send(new StopInstancesCommand({ InstanceIds: [process.argv[2]] }));`;

const config = { class: 'docker', students: ['kim', 'lee'], allow: ['127.0.0.1/32'] };
let teacher: TeacherNetwork;
// No machine answers at any address here.
beforeAll(async () => {
  teacher = await TeacherNetwork.start();
  // The consoles show no keys either.
  teacher.configure({ ...config, acceptNewHostKeys: true });
});
afterAll(() => teacher.stop());

it('stops waiting for silent VMs, names each, and says what to do', async () => {
  const { code, stdout, stderr } = await teacher.run('up', '--timeout', '0.05');
  expect(code).toBe(1);
  for (const id of ['kim', 'lee']) {
    expect(stderr).toMatch(new RegExp(`- ${id}: requested\n[^]*- ${id}: running`));
    expect(stdout).toMatch(new RegExp(`✗ ${id} .*\\n.*ubuntu@[^]*?\\[ssh-unreachable\\]`));
  }
  expect(stdout).toContain('dkkb class up --replace kim');
});

it('gives scripts the same as JSON, also with --retry, and makes no VM again', async () => {
  const words = ['up', '--timeout', '0.05', '--retry', '-o', 'json'];
  const { code, stdout, stderr } = await teacher.run(...words);
  expect(stderr).not.toContain('requested');
  expect(code).toBe(1);
  const { vms } = JSON.parse(stdout) as { vms: Vm[] };
  expect(vms.map(({ id, ready, problem }) => [id, ready, problem.code])).toEqual([
    ['kim', false, 'ssh-unreachable'],
    ['lee', false, 'ssh-unreachable'],
  ]);
});

it('does not connect to a VM whose host key is unknown, and says so', async () => {
  teacher.configure(config);
  const { code, stdout } = await teacher.run('up', '--timeout', '0.05', '-o', 'json');
  teacher.configure({ ...config, acceptNewHostKeys: true });
  expect(code).toBe(1);
  const { vms } = JSON.parse(stdout) as { vms: Vm[] };
  expect(vms.map(({ problem }) => problem.code)).toEqual(Array(2).fill('vm-host-key-unknown'));
});

it('asks before it starts an instance that is off, because its address changes', async () => {
  const { vms } = JSON.parse((await teacher.run('status', '-o', 'json')).stdout) as { vms: Vm[] };
  const kim = vms.find(({ id }) => id === 'kim')?.instance ?? '';
  const words = ['-e', stopInstance, require.resolve('@aws-sdk/client-ec2'), kim];
  expect(await finish(teacher.spawn(process.execPath, words))).toMatchObject({ code: 0 });
  const { code, stderr } = await teacher.run('up', '--timeout', '0.05');
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/would be started \(1\)[^]*kim[^]*--yes/),
  });
});
