// @circle all @needs aws vm @minutes 12
import { createHash } from 'node:crypto';

import { practiceVm } from '../../../class/config/fleet';
import { practiceMachine, practiceSteps } from '../../../core/practice-machine';
import { deadlineOf, TeacherNetwork } from '../../../../testbed/class/class-vm';
import { Output } from '../../../../testbed/programs/output';
import { finish, type Finished } from '../../../../testbed/programs/process';
import { VirtualMachine } from '../../../../testbed/class/vm';
import { startVmMirror, type MirroredFiles } from '../../../../testbed/class/vm-mirror';

// An emulated machine takes minutes for what a cloud's does in seconds; beside other tests, half an hour.
jest.setTimeout(3_000_000);
const patience = ['--timeout', '45'];

const hours = 5;
const hour = 3600;
const minikube = 'storage.googleapis.com/minikube/releases/latest/minikube-linux-amd64';
const { ready, failed, steps, log, deadlineCommand } = practiceMachine;

// The vendors' sites: none of them has anything at first.
const vendors: MirroredFiles = new Map();
let mirror: Awaited<ReturnType<typeof startVmMirror>>;
let teacher: TeacherNetwork;
let vm: VirtualMachine;
let first: Promise<Finished>;
let config: object;

/** The stages of kim's VM in the order in which they were told. */
const stages = ({ stderr }: Finished) =>
  stderr.split('\n').flatMap((line) => /^- kim: (.*)/.exec(line)?.slice(1) ?? []);

beforeAll(async () => {
  mirror = await startVmMirror(vendors);
  teacher = await TeacherNetwork.start();
  const packages = `http://${VirtualMachine.host}:${String(mirror.port)}`;
  config = {
    class: 'docker',
    students: ['kim'],
    allow: ['127.0.0.1/32'],
    hours,
    mirror: { packages },
  };
  teacher.configure(config);
  const up = teacher.start('up', ...patience);
  first = finish(up);
  const output = new Output(up);
  await output.next(/kim: running/);
  vm = await teacher.launch('docker', 'kim', practiceVm.user);
  await output.next(/kim: SSH answers/, 1_800);
  // Until then cloud-init configures the SSH server, and starts it again.
  await vm.until(`test -s ${steps}`, 1_200);
});
afterAll(async () => {
  await teacher.stop();
  await mirror.stop();
});

it('has its deadline before anything is installed', async () => {
  const { at } = await deadlineOf(vm);
  const { stdout: clock } = await vm.ssh('awk \'$1 == "btime" { print $2 }\' /proc/stat; date +%s');
  const [booted = 0, now = 0] = clock.trim().split('\n').map(Number);
  expect(at - hours * hour).toBeGreaterThanOrEqual(booted);
  expect(at - hours * hour).toBeLessThanOrEqual(now);
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

it('tells each stage, goes on behind a step that failed, and names it with the end of its log', async () => {
  const done = await first;
  expect(done.code).toBe(1);
  expect(stages(done)).toEqual([
    'requested',
    'running',
    'SSH answers',
    'Docker is there',
    'kubectl is there',
    'the step minikube failed',
  ]);
  expect(done.stdout).toMatch(/✗ kim[^]*vm-steps-failed[^]*dkkb class up --retry/);
  expect(done.stdout).toContain('No distribution packages Minikube');
  const states = practiceSteps.flatMap((step) => [
    `${step} begun`,
    step === 'minikube' ? `${step} failed 3` : `${step} done`,
  ]);
  expect((await vm.ssh(`cat ${steps}`)).stdout.trim().split('\n')).toEqual(states);
  expect((await vm.ssh(`cat ${failed}; tail -n 1 ${log}`)).stdout).toMatch(/^minikube\n.*nano/);
});

it('has an engine that its user may use, Compose, kubectl and nano', async () => {
  await vm.logOut();
  const { code, stdout } = await vm.ssh(
    'docker version --format "engine {{.Server.Version}}" && docker compose version && kubectl version --client; nano --version',
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/engine 2\d[^]*Compose version[^]*Client[^]*nano/),
  });
});

it('names the same step at once when nothing goes on there any more', async () => {
  expect((await teacher.run('status')).stdout).toMatch(/✗.*kim.*failed: minikube/);
  const done = await teacher.run('up', ...patience);
  expect(done).toMatchObject({ code: 1, stdout: expect.stringContaining('vm-steps-failed') });
});

it('mends just what failed with --retry', async () => {
  const content = '#!/bin/sh\necho v9.9.9\n';
  vendors.set(minikube, content);
  const sum = createHash('sha256').update(content).digest('hex');
  await vm.ssh(`echo '${sum}  ${minikube}' | sudo tee /etc/dkkb/sums`);
  const engine =
    'docker version --format "{{.Server.Version}}" && systemctl show -P MainPID docker';
  const before = await vm.ssh(engine);
  const done = await teacher.run('up', '--retry', ...patience);
  expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/✓ kim/) });
  expect(stages(done)).toEqual([
    'SSH answers',
    'Docker is there',
    'kubectl is there',
    'the step minikube failed',
    'installing again what is missing',
    'Minikube is there',
    'ready',
  ]);
  expect(await vm.ssh(engine)).toEqual(before);
  expect((await vm.ssh(`minikube version --short; cat ${failed}; ls ${ready}`)).stdout).toBe(
    `v9.9.9\n${ready}\n`,
  );
});

it('holds nobody up for a VM that does not answer, and names that one', async () => {
  teacher.configure({ ...config, students: ['lee', 'kim'] });
  const done = await teacher.run('up', '--timeout', '1');
  expect(done.code).toBe(1);
  expect(done.stdout).toMatch(/✗ lee[^]*vm-host-key-unknown/);
  expect(done.stdout).toMatch(/✓ kim/);
  expect(stages(done).at(-1)).toBe('ready');
  teacher.configure(config);
});

it('keeps its deadline over a reboot', async () => {
  const before = await deadlineOf(vm);
  const boot = (await vm.ssh('cat /proc/sys/kernel/random/boot_id')).stdout.trim();
  await vm.ssh('sudo systemctl reboot');
  await vm.until(`[ "$(cat /proc/sys/kernel/random/boot_id)" != ${boot} ]`, 900);
  await vm.until('systemctl is-active dkkb-deadline.timer', 900);
  expect((await deadlineOf(vm)).at).toBe(before.at);
  expect((await teacher.run('status')).stdout).toMatch(/kim.* [45]\.\d h/);
});

it('powers off when its own clock says so, also when that was wrong by an hour and packages are being installed', async () => {
  // As apt holds a machine back from going off while it installs.
  const held = 'systemd-inhibit --what=shutdown --mode=block sleep infinity';
  expect(await vm.ssh(`sudo systemd-run --quiet ${held}`)).toMatchObject({ code: 0 });
  await vm.until("systemd-inhibit --list | grep -q 'sleep infinity'", 600);
  // The clock jumps by an hour, as one does that was wrong.
  const jump = `sudo ${deadlineCommand} set ${hour + 60} && sudo date --set '+1 hour'`;
  expect(await vm.ssh(jump)).toMatchObject({ code: 0 });
  await vm.untilOff(1_800);
  expect(await teacher.run('status')).toMatchObject({ code: 1 });
});
