// @needs vm
import { practiceMachine, practiceSteps } from '../labs/practice-machine';
import { VirtualMachine } from '../testbed/vm';
import { compressedUserData } from './user-data';

jest.setTimeout(2_000_000);

const hours = 5;
const { ready, failed, steps, log, deadlineCommand } = practiceMachine;

let vm: VirtualMachine;
const lines = (text: string) => text.trim().split('\n');
const bootId = async () => (await vm.ssh('cat /proc/sys/kernel/random/boot_id')).stdout;
const deadline = async () => {
  const { stdout } = await vm.ssh(`sudo ${deadlineCommand} show`);
  const [at = '', left = ''] = stdout.trim().split(' ');
  return { at, left: Number(left) };
};

beforeAll(async () => {
  vm = await VirtualMachine.boot((key) =>
    Buffer.from(
      compressedUserData({ deadlineHours: hours, authorizedKeys: [`${key} $(touch /pwned)`] }),
      'base64',
    ),
  );
  await vm.until('true', 900);
});
afterAll(() => vm.end());

it('has the deadline before anything is installed', async () => {
  const { left } = await deadline();
  expect(left).toBeGreaterThan(hours * 3600 - 1800);
  expect(left).toBeLessThanOrEqual(hours * 3600);
  expect(
    (await vm.ssh(`head -n 2 ${steps}; systemctl is-active dkkb-deadline.timer`)).stdout,
  ).toMatch(/active\n$/);
});

it('lets nobody in with a password', async () => {
  const { stdout } = await vm.ssh('sudo sshd -T; ls /');
  expect(stdout).toContain('passwordauthentication no');
  expect(stdout).not.toContain('pwned');
});

it('installs what it can, and names the step for which there is no source', async () => {
  await vm.until(`test -e ${ready} || test -e ${failed}`, 1800);
  const { stdout } = await vm.ssh(`cat ${steps}`);
  const states = practiceSteps.flatMap((step) => [
    `${step} begun`,
    step === 'minikube' ? `${step} failed 3` : `${step} done`,
  ]);
  expect(lines(stdout)).toEqual(states);
  expect((await vm.ssh(`cat ${failed}; test -e ${ready} || echo not ready`)).stdout).toBe(
    'minikube\nnot ready\n',
  );
  expect((await vm.ssh(`cat ${log}`)).stdout).toContain('No distribution packages Minikube');
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

it('keeps the deadline over a reboot, and powers off when its clock says so', async () => {
  const [before, boot] = [await deadline(), await bootId()];
  await vm.ssh('sudo systemctl reboot');
  await vm.until(`[ "$(cat /proc/sys/kernel/random/boot_id)" != ${boot.trim()} ]`, 900);
  await vm.until('systemctl is-active dkkb-deadline.timer', 300);
  expect((await deadline()).at).toBe(before.at);

  const moved = await vm.ssh(`sudo ${deadlineCommand} extend 3600`);
  expect(moved.stdout.split(' ')[0]).toBe(
    new Date(Date.parse(before.at) + 3_600_000).toISOString().replace('.000', ''),
  );
  // The clock jumps by an hour, as one does that was wrong.
  await vm.ssh(`sudo ${deadlineCommand} set 3610 && sudo date --set '+1 hour'`);
  await vm.off;
});
