// Students who are on the roster or have left it, and which names they may have. @circle all @needs aws
import { existsSync, rmSync } from 'node:fs';

import { upNow, vmsOf } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
});

afterAll(() => teacher.stop());

it('keeps the VM of a student who has left the roster, says so, and --replace makes only the named VM again', async () => {
  teacher.configure(['kim', 'lee', 'zoe']);
  const before = await teacher.up();
  expect(new Set(before.values()).size).toBe(3);
  teacher.configure(['lee', 'kim']);
  expect((await teacher.run(['plan'])).stdout).toContain('who are not on the roster');
  const done = await teacher.run([...upNow, '--yes', '--replace', 'kim']);
  const after = new Map(vmsOf(done).map(({ id, instance }) => [id, instance]));
  expect(after.get('kim')).not.toBe(before.get('kim'));
  expect(after.get('lee')).toBe(before.get('lee'));
  teacher.configure(['kim', 'lee', 'zoe']);
  expect((await teacher.up()).get('zoe')).toBe(before.get('zoe'));
});

it('removes everything also without the state, and says that nothing is left', async () => {
  rmSync(teacher.state);
  expect(await teacher.run(['down', '--yes'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('is left in any region'),
  });
  expect((await teacher.run(['down', '-o', 'json'])).stdout).toContain('"left": []');
});

it('accepts names that a shell would run, runs none of them, and sends none to AWS', async () => {
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
