// @needs aws vm @minutes 9
import { practiceVm } from '../../classes/fleet';
import { practiceMachine } from '../../labs/practice-machine';
import { deadlineOf, TeacherNetwork } from '../../testbed/class-vm';
import { finish } from '../../testbed/process';
import { VirtualMachine } from '../../testbed/vm';

// An emulated machine takes minutes to boot.
jest.setTimeout(2_000_000);

const hours = 5;
const hour = 3600;
const { ready, steps, deadlineCommand } = practiceMachine;

let teacher: TeacherNetwork;
let vm: VirtualMachine;

beforeAll(async () => {
  teacher = await TeacherNetwork.start();
  // Nobody is there: what a VM installs takes an emulated one too long for every run.
  const mirror = { packages: `http://${VirtualMachine.host}:9` };
  const students = ['kim'];
  teacher.configure({ class: 'docker', students, allow: ['127.0.0.1/32'], hours, mirror });
  expect(await teacher.run('up', '--no-wait')).toMatchObject({ code: 0 });
  vm = await teacher.launch('docker', 'kim', practiceVm.user);
  // Until then cloud-init configures the SSH server, and starts it again.
  await vm.until(`test -s ${steps}`, 1_200);
});
afterAll(() => teacher.stop());

it('has its deadline before anything is installed', async () => {
  const { left } = await deadlineOf(vm);
  expect(left).toBeGreaterThan(hours * hour - 1800);
  expect(left).toBeLessThanOrEqual(hours * hour);
  const { stdout } = await vm.ssh(
    `test -e ${ready} || echo not ready; systemctl is-active dkkb-deadline.timer`,
  );
  expect(stdout).toBe('not ready\nactive\n');
});

it('lets the student and the instructor in, and nobody with a password', async () => {
  const { public_ip: address } = teacher.instanceOf('docker', 'kim') ?? { public_ip: '' };
  const login = (user: string) =>
    finish(
      teacher.spawn('ssh', [
        ...['-i', teacher.fileOf('docker', 'keys', 'kim'), '-o', 'IdentitiesOnly=yes'],
        ...['-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no', '-o', 'LogLevel=ERROR'],
        ...['-o', 'UserKnownHostsFile=/dev/null', `${user}@${address}`, 'sudo id -un'],
      ]),
    );
  expect(await login(practiceVm.user)).toMatchObject({ code: 0, stdout: 'root\n' });
  expect(await login('root')).not.toMatchObject({ stdout: 'root\n' });
  expect((await vm.ssh('sudo sshd -T')).stdout).toContain('passwordauthentication no');
});

it('has its deadline moved by an hour over SSH', async () => {
  const before = await deadlineOf(vm);
  expect(await teacher.run('extend', '1')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/✓ kim/),
  });
  expect((await deadlineOf(vm)).at).toBe(before.at + hour);
});

it('powers off when its own clock says so, also when that was wrong by an hour and packages are being installed', async () => {
  // As apt holds a machine back from going off while it installs.
  const held = 'systemd-inhibit --what=shutdown --mode=block sleep infinity';
  expect(await vm.ssh(`sudo systemd-run --quiet ${held}`)).toMatchObject({ code: 0 });
  await vm.until("systemd-inhibit --list | grep -q 'sleep infinity'", 60);
  // The clock jumps by an hour, as one does that was wrong.
  const jump = `sudo ${deadlineCommand} set ${hour + 60} && sudo date --set '+1 hour'`;
  expect(await vm.ssh(jump)).toMatchObject({ code: 0 });
  await vm.off;
  expect(await teacher.run('status')).toMatchObject({ code: 1 });
});
