// @circle all @needs aws
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { TerminateInstancesCommand } from '@aws-sdk/client-ec2';

import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';
import { Output } from '../../../../testbed/programs/output';

let teacher: Teacher;
let empty: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee', 'park']);
  empty = await teacher.inventory();
});

afterAll(() => teacher.stop());

async function down(): Promise<void> {
  const { code, stdout } = await teacher.run(['down', '--yes']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('is left in any region'),
  });
  expect(await teacher.inventory()).toEqual(empty);
}

it('`down` leaves nothing after `up` was killed while its Terraform still runs', async () => {
  await teacher.killAt(/: requested/, upNow);
  await down();
});

it('reports a VM that was terminated by hand, and makes only that one again', async () => {
  const before = await teacher.up();
  const lee = before.get('lee') ?? '';
  await teacher.ec2.send(new TerminateInstancesCommand({ InstanceIds: [lee] }));
  const status = ['status', '--no-ssh', '-o', 'json'];
  expect((await teacher.run(status)).code).toBe(1);
  expect(await teacher.vmsAnyhow(status)).toMatchObject([
    { id: 'kim', state: 'running' },
    { id: 'lee', state: 'terminated', instance: lee },
    { id: 'park', state: 'running' },
  ]);
  const after = await teacher.up();
  expect(after.get('lee')).not.toBe(lee);
  expect([after.get('kim'), after.get('park')]).toEqual([before.get('kim'), before.get('park')]);
  expect(await teacher.vms(status)).toMatchObject([{}, { id: 'lee', state: 'running' }, {}]);
});

it('names who has locked the state, changes nothing, and works again after the lock', async () => {
  const before = await teacher.up();
  const holder = spawn('terraform', ['apply', '-no-color', '-replace=aws_instance.vm["kim"]'], {
    cwd: dirname(teacher.state),
    env: { ...process.env, ...teacher.env },
    stdio: 'pipe',
  });
  const gone = once(holder, 'exit');
  await new Output(holder).next(/Enter a value:/);
  for (const words of [upNow, ['down', '--yes']]) {
    const { code, stderr } = await teacher.run(words, { DKKB_LOCK_TIMEOUT: '1s' });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('OperationTypeApply'),
    });
    expect(stderr).toContain('[class-state-locked]');
  }
  holder.stdin.end('no\n');
  await gone;
  expect(await teacher.up()).toEqual(before);
});

it('reports a damaged state, and `down` still removes the class', async () => {
  writeFileSync(teacher.state, '{ "resources": [');
  const { code, stderr } = await teacher.run(upNow);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringContaining('[class-state-damaged]'),
  });
  expect(stderr).toContain(teacher.state);
  await down();
  expect(existsSync(teacher.state)).toBe(false);
});

it('makes one class when two terminals make it at once', async () => {
  const both = await Promise.all([teacher.run(upNow), teacher.run(upNow)]);
  // The second waits for the first, and fails with class-busy when that takes too long.
  for (const { code, stderr } of both)
    if (code !== 0)
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining('[class-busy]'),
      });
  expect(both.map(({ code }) => code)).toContain(0);
  expect(await teacher.instances()).toHaveLength(3);
});

it('the next `down` removes the rest after a `down` was killed', async () => {
  await teacher.killAt(/removing: (?:instance|key)/, ['down', '--yes']);
  await down();
});
