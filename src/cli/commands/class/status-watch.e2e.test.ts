// @circle all @needs aws ssh
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { Screen } from '../../views/screen.fixture';
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

it('--watch redraws in place on a terminal of 24 rows, who needs help first, and shows the cursor again at its end', async () => {
  room.own.configure([...names, ...Array.from({ length: 30 }, (_, at) => `new-${at}`)]);
  const words = `stty cols 80 rows 24; exec '${process.execPath}' '${dkkb}' class status --watch`;
  const child = room.own.spawnProgram('script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { TERM: 'xterm', NO_COLOR: '1' },
  });
  started.push(child);
  const code = closing(child);
  const output = new Output(child);
  await output.next(/33 VMs: asking 33 · so far \$0[^]*Stop: Ctrl-C/);
  await output.next(/33 VMs: ready 2, failed 1, off or missing 30/);
  await room.on('kim').says({ failed: 'nano\n' });
  await output.next(/failed: nano/);
  child.stdin?.write('\u0003');
  expect(await code).toBe(0);
  room.own.configure(names);
  const screen = new Screen(80, 24);
  // Before the board, a spinner shows that AWS is asked.
  const board = output.all.slice(output.all.indexOf('\u001b[?2026h'));
  screen.write(board.replace('^C', ''));
  expect(screen.above).toEqual([]);
  expect(screen.isCursorShown).toBe(true);
  const { seen } = screen;
  expect(seen[0]).toContain('33 VMs: ready 1, failed 2');
  expect(seen[2]).toMatch(/^✗ {2}kim +kim +failed: nano/);
  expect(seen.join('\n')).toMatch(/and \d+ more, of whom \d+ need help\n/);
  expect(seen.at(-1)).toBe('Stop: Ctrl-C');
});

it('fails with aws-unreachable when AWS does not answer', async () => {
  const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  const { code, stderr }: Finished = await room.own.run(['status', '--watch'], env);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('aws-unreachable') });
});
