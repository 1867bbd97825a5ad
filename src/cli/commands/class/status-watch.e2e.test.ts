// @circle all @needs aws ssh
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { ReachableClass } from '../../../../testbed/class/reachable-class';
import { Output } from '../../../../testbed/programs/output';
import { dkkb } from '../../../../testbed/programs/paths';
import type { Finished } from '../../../../testbed/programs/process';

const names = ['kim', '이영희', 'zoe'];
let room: ReachableClass;
beforeAll(async () => {
  room = await ReachableClass.start('watch', names);
  await room.on('kim').says({ ready: '' });
  await room.on('이영희').says({ steps: 'docker begun\n' });
  await room.on('zoe').says({ steps: 'minikube failed 3\n', failed: 'minikube\n', booted: '' });
});
afterAll(() => room.stop());

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

const closing = (child: ChildProcess) =>
  once(child, 'close').then(([code]) => code as number | null);

it('--watch prints a line for each VM and each change, the silent VM last, until Ctrl-C', async () => {
  await room.on('zoe').answers('silence');
  const child = room.own.spawn(['status', '--watch']);
  started.push(child);
  const code = closing(child);
  const output = new Output(child);
  await output.next(/✓ {2}kim/);
  await output.next(/\? {2}zoe .*\n.*\[ssh-unreachable\]/);
  await room.on('이영희').says({ ready: '' });
  await room.on('zoe').answers('yes');
  await output.next(/✓ {2}iyeonghui-\w+ +이영희 +ready/);
  expect(output.all.match(/✓ {2}kim/g)).toHaveLength(1);
  child.kill('SIGINT');
  expect(await code).toBe(0);
});

it('--watch redraws in place on a terminal, and shows the cursor again at its end', async () => {
  const words = `stty cols 80 rows 24; exec '${process.execPath}' '${dkkb}' class status --watch`;
  const child = room.own.spawnProgram('script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { TERM: 'xterm', NO_COLOR: '1' },
  });
  started.push(child);
  const code = closing(child);
  const output = new Output(child);
  await output.next(/✓ {2}kim[^]*Stop: Ctrl-C/);
  expect(output.all).toContain('\u001b[?25l');
  await room.on('kim').says({ failed: 'nano\n' });
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
  const { code, stderr }: Finished = await room.own.run(['status', '--watch'], env);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('aws-unreachable') });
});
