// @needs aws vm
import { createHash } from 'node:crypto';

import { practiceVm } from '../../classes/fleet';
import { practiceMachine, practiceSteps } from '../../labs/practice-machine';
import { deadlineOf, TeacherNetwork } from '../../testbed/class-vm';
import { Output } from '../../testbed/output';
import { startMirror, type MirroredFiles } from '../../testbed/package-mirror';
import { finish, type Finished } from '../../testbed/process';
import { VirtualMachine } from '../../testbed/vm';

jest.setTimeout(3_000_000);

const hours = 5;
const hour = 3600;
const config = { class: 'docker', students: ['kim'], allow: ['127.0.0.1/32'], hours };
const minikube = 'storage.googleapis.com/minikube/releases/latest/minikube-linux-amd64';
const { ready, failed, steps, log } = practiceMachine;

// The vendors' sites: none of them has anything at first.
const vendors: MirroredFiles = new Map();
let mirror: Awaited<ReturnType<typeof startMirror>>;
let teacher: TeacherNetwork;
let vm: VirtualMachine;
let first: Promise<Finished>;

/** The stages of kim's VM in the order in which they were told. */
const stages = ({ stderr }: Finished) =>
  stderr.split('\n').flatMap((line) => /^- kim: (.*)/.exec(line)?.slice(1) ?? []);

beforeAll(async () => {
  mirror = await startMirror(vendors);
  teacher = await TeacherNetwork.start();
  const packages = `http://${VirtualMachine.host}:${String(mirror.port)}`;
  teacher.configure({ ...config, mirror: { packages } });
  const up = teacher.start('up', '--timeout', '45');
  first = finish(up);
  const output = new Output(up);
  await output.next(/kim: running/);
  vm = await teacher.launch('docker', 'kim', practiceVm.user);
  await output.next(/kim: SSH answers/);
});
afterAll(async () => {
  await teacher.stop();
  await mirror.stop();
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
  const done = await teacher.run('up', '--timeout', '45');
  expect(done).toMatchObject({ code: 1, stdout: expect.stringContaining('vm-steps-failed') });
});

it('mends just what failed with --retry', async () => {
  const content = '#!/bin/sh\necho v9.9.9\n';
  vendors.set(minikube, content);
  vendors.set(`${minikube}.sha256`, createHash('sha256').update(content).digest('hex'));
  const engine =
    'docker version --format "{{.Server.Version}}" && systemctl show -P MainPID docker';
  const before = await vm.ssh(engine);
  const done = await teacher.run('up', '--retry', '--timeout', '45');
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
  const done = await teacher.run('up', '--timeout', '0.5');
  expect(done.code).toBe(1);
  expect(done.stdout).toMatch(/✗ lee[^]*ssh-unreachable/);
  expect(done.stdout).toMatch(/✓ kim/);
  expect(stages(done).at(-1)).toBe('ready');
  teacher.configure(config);
});

it('extends the deadline by an hour, and keeps it over a reboot', async () => {
  const before = await deadlineOf(vm);
  expect(await teacher.run('extend', '1')).toMatchObject({
    stdout: expect.stringMatching(/✓ kim/),
  });
  expect((await deadlineOf(vm)).at).toBe(before.at + hour);

  const boot = (await vm.ssh('cat /proc/sys/kernel/random/boot_id')).stdout.trim();
  await vm.ssh('sudo systemctl reboot');
  await vm.until(`[ "$(cat /proc/sys/kernel/random/boot_id)" != ${boot} ]`, 900);
  await vm.until('systemctl is-active dkkb-deadline.timer', 300);
  expect((await deadlineOf(vm)).at).toBe(before.at + hour);
  await vm.until('systemctl is-system-running --wait | grep -E "running|degraded"', 900);
  const { stdout } = await teacher.run('status');
  expect(stdout).toMatch(/✓.*kim.*ready +[45]\.\d h/);
});
