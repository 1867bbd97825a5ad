// @circle all @needs aws vm @minutes 12
import { createHash } from 'node:crypto';

import { practiceVm } from '../../../class/config/fleet';
import { practiceMachine, practiceSteps } from '../../../core/practice-machine';
import { deadlineOf, TeacherNetwork } from '../../../../testbed/class/class-vm';
import { Output } from '../../../../testbed/programs/output';
import { finish, type Finished } from '../../../../testbed/programs/process';
import { VirtualMachine } from '../../../../testbed/class/vm';
import { startVmMirror, type MirroredFiles } from '../../../../testbed/class/vm-mirror';

// What takes a cloud's machine seconds takes an emulated one minutes, and half an hour beside other tests.
jest.setTimeout(3_000_000);
const patience = ['--timeout', '45'];

const hours = 5;
const hour = 3600;
const minikube = 'storage.googleapis.com/minikube/releases/latest/minikube-linux-amd64';
const { ready, failed, steps, log, deadlineCommand } = practiceMachine;

// The vendors' sites: at first they have no files.
const vendors: MirroredFiles = new Map();
let mirror: Awaited<ReturnType<typeof startVmMirror>>;
let teacher: TeacherNetwork;
let vm: VirtualMachine;
let first: Promise<Finished>;
let config: object;

/** The stages of kim's VM in the order in which they were printed. */
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
  // Before that, cloud-init configures and restarts the SSH server.
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

it('lets the student and the instructor log in with their keys, and nobody with a password', async () => {
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

it('`up` prints each stage, continues after a failed step, and names it with the end of its log', async () => {
  const done = await first;
  expect(done.code).toBe(1);
  expect(stages(done)).toEqual([
    'requested',
    'running',
    'SSH answers',
    'Docker is there',
    'kubectl is there',
    'the step minikube failed',
    'not ready',
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

// Nothing is installed any more: an emulated processor that installs answers in minutes.
it('`extend 1` moves its deadline by an hour', async () => {
  const before = await deadlineOf(vm);
  expect(await teacher.run('extend', '1')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/✓ kim/),
  });
  expect((await deadlineOf(vm)).at).toBe(before.at + hour);
});

it('has Docker, Compose, kubectl and nano, and its user may use the engine', async () => {
  await vm.logOut();
  const { code, stdout } = await vm.ssh(
    'docker version --format "engine {{.Server.Version}}" && docker compose version && kubectl version --client; nano --version',
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/engine 2\d[^]*Compose version[^]*Client[^]*nano/),
  });
});

it('`up` names the failed step at once when no installation runs any more', async () => {
  expect((await teacher.run('status')).stdout).toMatch(/✗.*kim.*failed: minikube/);
  const done = await teacher.run('up', ...patience);
  expect(done).toMatchObject({ code: 1, stdout: expect.stringContaining('vm-steps-failed') });
});

it('--retry installs only the failed step again', async () => {
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

it('`up` reports a VM that does not answer, and finishes the others', async () => {
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

it('powers off at its deadline, also after its clock jumped by an hour and while packages are installed', async () => {
  // apt blocks the shutdown in the same way while it installs.
  const held = 'systemd-inhibit --what=shutdown --mode=block sleep infinity';
  expect(await vm.ssh(`sudo systemd-run --quiet ${held}`)).toMatchObject({ code: 0 });
  await vm.until("systemd-inhibit --list | grep -q 'sleep infinity'", 600);
  // The clock jumps by an hour, as when a wrong clock is corrected.
  const jump = `sudo ${deadlineCommand} set ${hour + 60} && sudo date --set '+1 hour'`;
  expect(await vm.ssh(jump)).toMatchObject({ code: 0 });
  await vm.untilOff(1_800);
  expect(await teacher.run('status')).toMatchObject({ code: 1 });
});
