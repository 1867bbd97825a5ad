// A class that moves to another computer. @circle all @needs aws
import { readFileSync, statSync, writeFileSync } from 'node:fs';

import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let laptop: Teacher;
const secret = { DKKB_PASSPHRASE: 'correct horse battery' };

beforeAll(async () => {
  teacher = await Teacher.with();
  laptop = teacher.colleague();
  for (const one of [teacher, laptop]) one.configure(['kim', '이영희']);
  await teacher.up();
});
afterAll(async () => {
  await laptop.stop();
  await teacher.stop();
});

const file = () => teacher.at('class.age');

it('is one encrypted file that only its owner can read', async () => {
  const done = await teacher.run(['export', file()], secret);
  expect({ code: done.code, stderr: done.stderr }).toMatchObject({ code: 0 });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const content = readFileSync(file());
  expect(content.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  for (const word of ['PRIVATE KEY', 'gimcheol', 'iyeonghui', 'docker'])
    expect(content.includes(word)).toBe(false);
});

it('overwrites no file, and takes no short passphrase', async () => {
  const again = await teacher.run(['export', file()], secret);
  expect({ code: again.code, stderr: again.stderr }).toMatchObject({ code: 2 });
  const short = await teacher.run(['export', teacher.at('other.age')], {
    DKKB_PASSPHRASE: 'short',
  });
  expect(short).toMatchObject({ code: 2, stderr: expect.stringContaining('12 letters') });
});

it.each([
  ['another passphrase', () => file(), { DKKB_PASSPHRASE: 'another horse battery' }],
  ['a file of another kind', () => teacher.at('dkkb.config.yaml'), secret],
])('is not opened with %s', async (_, path, env) => {
  const { code, stderr } = await laptop.run(['import', path()], env);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringContaining('class-file-damaged'),
  });
});

it('goes on at the other computer as if it had been made there', async () => {
  const before = (await teacher.instances()).map(({ InstanceId }) => InstanceId).sort();
  expect(await laptop.run(['import', file()], secret)).toMatchObject({ code: 0 });
  expect(await laptop.run(upNow)).toMatchObject({ code: 0 });
  const cards = await laptop.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  expect(JSON.parse(cards.stdout)).toMatchObject({ cards: [{}, {}], missing: [] });
  expect((await teacher.instances()).map(({ InstanceId }) => InstanceId).sort()).toEqual(before);
});

it('belongs to both computers then', async () => {
  teacher.configure(['kim', '이영희', 'zoe']);
  expect(await teacher.run(upNow)).toMatchObject({ code: 0 });
  laptop.configure(['kim', '이영희', 'zoe', 'park']);
  expect((await laptop.run(['plan'])).stdout).not.toContain('class-owned');
});

it('does not overwrite other keys of a class of that name', async () => {
  writeFileSync(laptop.kept('keys', 'kim'), 'another key');
  const { code, stderr } = await laptop.run(['import', file()], secret);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringMatching(/keys\/kim[^]*class-file-in-way/),
  });
  expect(readFileSync(laptop.kept('keys', 'kim'), 'utf8')).toBe('another key');
});

it('needs no configuration there: the name is enough', async () => {
  const status = await laptop.run(['status', '--no-ssh', '-o', 'json', '--class', 'docker'], {});
  expect(JSON.parse(status.stdout)).toMatchObject({
    vms: [{ name: 'kim' }, { name: '이영희' }, { name: 'zoe' }, { name: 'park' }],
  });
});
