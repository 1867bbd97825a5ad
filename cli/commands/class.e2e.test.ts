// @needs aws
import { existsSync, rmSync, statSync } from 'node:fs';

import { upNow, vmsOf } from '../../testbed/class';
import { Teacher } from '../../testbed/teacher';

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
});

afterAll(() => teacher.stop());

it('makes a VM for each student, and keeps its state for its owner only', async () => {
  teacher.configure(['kim', 'lee', 'park']);
  const made = await teacher.up();
  expect([...made.keys()]).toEqual(['kim', 'lee', 'park']);
  expect(new Set(made.values()).size).toBe(3);
  expect(statSync(teacher.state).mode & 0o077).toBe(0);
  expect(await teacher.run(['status', '--no-ssh'])).toMatchObject({ code: 0 });
});

it('touches nobody else for a roster in another order with one more name, nor without its state', async () => {
  const before = await teacher.up();
  teacher.configure(['zoe', 'park', 'kim', 'lee']);
  rmSync(teacher.state);
  const after = await teacher.up();
  for (const [id, instance] of before) expect(after.get(id)).toBe(instance);
  expect(after.get('zoe')).toMatch(/^i-/);
});

it('keeps the VM of a student who has left the roster, and says so', async () => {
  const before = await teacher.up();
  teacher.configure(['park', 'kim', 'lee']);
  expect((await teacher.run(['plan'])).stdout).toContain('not on the roster any more');
  await teacher.up();
  teacher.configure(['zoe', 'park', 'kim', 'lee']);
  expect(await teacher.up()).toEqual(before);
});

it('replaces the VM that was asked for, and no other', async () => {
  const before = await teacher.up();
  const done = await teacher.run([...upNow, '--replace', 'kim']);
  const after = new Map(vmsOf(done).map(({ id, instance }) => [id, instance]));
  expect(after.get('kim')).not.toBe(before.get('kim'));
  expect(after.get('lee')).toBe(before.get('lee'));
});

it('removes nothing without a yes, and everything with it, also without its state', async () => {
  const asked = await teacher.run(['down']);
  expect(asked.code).toBe(1);
  expect(asked.stdout).toContain('--yes');
  rmSync(teacher.state);
  const { code, stdout } = await teacher.run(['down', '--yes']);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toContain('nothing is left in any region');
  expect((await teacher.run(['down', '-o', 'json'])).stdout).toContain('"left": []');
});

it('takes names that a shell would run, runs none of them, and tells AWS none', async () => {
  const canary = teacher.at('canary');
  const touch = `touch ${canary}`;
  const names = [`$(${touch})`, `\`${touch}\``, `"; ${touch} #'`, '../../x', '김철수', '-rf'];
  teacher.configure(names);
  const made = await teacher.up();
  expect(made.size).toBe(names.length);
  const shown = await teacher.vmsAnyhow(['status', '--no-ssh', '-o', 'json']);
  expect(shown.map(({ name }) => name)).toEqual(names);
  const told = JSON.stringify(await teacher.instances());
  for (const word of ['touch /', '..', '김']) expect(told).not.toContain(word);
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
  expect(existsSync(canary)).toBe(false);
});

it('refuses a wrong configuration and a student whom the class does not have', async () => {
  const wrong = await teacher.run(['plan'], { DKKB_STUDENTS: '-1', DKKB_HOURS: '0' });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('DKKB_STUDENTS: -1');
  expect(wrong.stderr).toContain('DKKB_HOURS: 0');
  expect(await teacher.run(['up', '--replace', 'nobody'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nobody'),
  });
});
