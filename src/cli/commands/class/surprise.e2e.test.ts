// Nothing that runs is changed, restarted or ended but by a command that names it. @circle all @needs aws
import { readFileSync, writeFileSync } from 'node:fs';

import { StopInstancesCommand } from '@aws-sdk/client-ec2';

import { upNow, vmsOf } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let first: Map<string, string | undefined>;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', '이영희']);
  first = await teacher.up();
});
afterAll(() => teacher.stop());

/** What nobody may change unasked: each instance with its type, its start and its address. */
async function facts(): Promise<string[]> {
  return (await teacher.instances())
    .map((vm) => [vm.InstanceId, vm.InstanceType, vm.LaunchTime?.toISOString(), vm.PublicIpAddress])
    .map((one) => one.join(' '))
    .sort();
}

it('keeps running VMs as they are when the type, the disk, Ubuntu and spot are edited, and says how to change them', async () => {
  const before = await facts();
  const edited = ['instanceType: t3.large', 'disk: 50', 'ubuntu: 22.04', 'spot: true'];
  teacher.configure(['kim', '이영희'], edited);
  const plan = await teacher.run(['plan']);
  for (const text of ['t3.medium', 'disk: 30', 'ubuntu: 24.04', 'up --replace kim iyeonghui-'])
    expect(plan.stdout).toContain(text);
  expect(await teacher.up()).toEqual(first);
  expect(await facts()).toEqual(before);
});

it('gives new rules to a class, also with other tags, without touching its VMs; who is shut out is told first', async () => {
  const before = await facts();
  const edited = ['ports: ["8080-8099"]', 'tags: { course: docker 101 }'];
  teacher.configure(['kim', '이영희'], edited);
  const told = /ports that are closed: 30000-32767/;
  expect(await teacher.run(['plan'])).toMatchObject({ stdout: expect.stringMatching(told) });
  const asked = await teacher.run(['up', '--no-wait']);
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringMatching(told) });
  expect(asked.stderr).toContain('--yes');
  const done = vmsOf(await teacher.run([...upNow, '--yes']));
  expect(new Map(done.map(({ id, instance }) => [id, instance]))).toEqual(first);
  expect(await facts()).toEqual(before);
});

it('tells that VMs keep their hours, and how to move their end', async () => {
  teacher.configure(['kim', '이영희'], ['hours: 10']);
  const { stdout } = await teacher.run(['plan']);
  expect(stdout).toContain('VMs made to end after 8 hours are kept so (the configuration says 10)');
  expect(stdout).toContain('dkkb class extend 2');
});

it('refuses another region, and leaves all VMs, also that of a student who has left', async () => {
  const before = await facts();
  teacher.configure(['kim'], ['region: us-east-1']);
  for (const words of [['plan'], [...upNow, '--yes']]) {
    const { code, stdout } = await teacher.run(words);
    expect({ failed: code !== 0, stdout }).toEqual({
      failed: true,
      stdout: expect.stringContaining('class-elsewhere'),
    });
    expect(stdout).toContain('ap-northeast-2');
  }
  expect(await facts()).toEqual(before);
});

it('says in which region the class is, where status, cards, extend and down look in another one', async () => {
  const commands = [
    ['status', '--no-ssh'],
    ['cards'],
    ['extend', '1'],
    ['down', '--student', 'kim', '--yes'],
  ];
  for (const words of commands) {
    const { code, stderr } = await teacher.run(words);
    expect({ words, code, stderr }).toEqual({
      words,
      code: 3,
      stderr: expect.stringContaining('class-elsewhere'),
    });
  }
});

it('refuses another network', async () => {
  const before = await facts();
  teacher.configure(['kim', '이영희'], ['subnet: subnet-0123456789abcdef0']);
  const { code, stdout } = await teacher.run([...upNow, '--yes']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: expect.stringContaining('class-place') });
  expect(await facts()).toEqual(before);
});

it('replaces only the named VM, by its name, and only after a yes', async () => {
  teacher.configure(['kim', '이영희']);
  const before = await facts();
  const asked = await teacher.run(['up', '--no-wait', '--replace', '이영희']);
  expect({ code: asked.code, stderr: asked.stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('--yes'),
  });
  expect(await facts()).toEqual(before);
  const made = vmsOf(await teacher.run([...upNow, '--yes', '--replace', '이영희']));
  const ids = new Map(made.map(({ name, instance }) => [name, instance]));
  expect(ids.get('kim')).toBe(first.get('kim'));
  expect([...first.values()]).not.toContain(ids.get('이영희'));
});

it('makes a VM again with what the configuration says now, and its tags say so', async () => {
  teacher.configure(['kim', '이영희'], ['hours: 9', 'disk: 40', 'ubuntu: 22.04']);
  const made = vmsOf(await teacher.run([...upNow, '--yes', '--replace', '이영희']));
  const id = made.find(({ name }) => name === '이영희')?.instance;
  const vm = (await teacher.instances()).find(({ InstanceId }) => InstanceId === id);
  const tags = new Map(vm?.Tags?.map(({ Key, Value }) => [Key, Value]));
  expect(tags.get('dkkb:hours')).toBe('9');
  expect(tags.get('dkkb:disk')).toBe('40');
  expect(tags.get('dkkb:ubuntu')).toBe('22.04');
  const { stdout } = await teacher.run(['plan', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    changes: [
      { id: 'kim', differences: [{}, {}, {}] },
      { name: '이영희', differences: [] },
    ],
  });
  teacher.configure(['kim', '이영희']);
});

it('starts a VM that is off only after a yes, since its address changes', async () => {
  const kim = first.get('kim') ?? '';
  await teacher.ec2.send(new StopInstancesCommand({ InstanceIds: [kim] }));
  const asked = await teacher.run(['up', '--no-wait']);
  expect({ code: asked.code, stderr: asked.stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/would be started \(1\)[^]*kim[^]*--yes/),
  });
  const stateOf = async () =>
    (await teacher.instances()).find(({ InstanceId }) => InstanceId === kim)?.State?.Name;
  expect(await stateOf()).toBe('stopped');
  expect((await teacher.run([...upNow, '--yes'])).code).toBe(0);
  expect(await stateOf()).toBe('running');
});

it('recognises a corrected name: the VM stays, and gets the new name after a yes', async () => {
  teacher.configure(['kim', '이영희', '김철스']);
  const before = vmsOf(await teacher.run(upNow));
  const wrong = before.find(({ name }) => name === '김철스');
  teacher.configure(['kim', '이영희', '김철수']);
  const asked = await teacher.run(upNow);
  expect({ code: asked.code, stderr: asked.stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('김철스 → 김철수'),
  });
  const after = vmsOf(await teacher.run([...upNow, '--yes']));
  const right = after.find(({ name }) => name === '김철수');
  expect(right?.instance).toBe(wrong?.instance);
  expect(right?.id).not.toBe(wrong?.id);
  expect(await teacher.instances()).toHaveLength(3);
  const cards = await teacher.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  expect(JSON.parse(cards.stdout)).toMatchObject({ cards: [{}, {}, { name: '김철수' }] });
});

it('gives a VM to another name under the same id only after a yes, and knows a student who has left by name', async () => {
  const roster = (name: string) =>
    writeFileSync(teacher.at('roster.csv'), `name,id\nkim,kim\n이영희,\n김철수,\n${name},b1\n`);
  const configure = () => {
    teacher.configure([]);
    const text = readFileSync(teacher.at('dkkb.config.yaml'), 'utf8');
    writeFileSync(
      teacher.at('dkkb.config.yaml'),
      text.replace('students: []', 'students: roster.csv'),
    );
  };
  roster('박영호');
  configure();
  expect(await teacher.run(upNow)).toMatchObject({ code: 0 });
  roster('최유리');
  const asked = await teacher.run(upNow);
  expect({ code: asked.code, stderr: asked.stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('박영호 → 최유리'),
  });
  expect(await teacher.run([...upNow, '--yes'])).toMatchObject({ code: 0 });
  teacher.configure(['kim', '이영희', '김철수']);
  expect(await teacher.run(upNow)).toMatchObject({ code: 0 });
  const gone = await teacher.run(['down', '--yes', '--student', '최유리']);
  expect({ code: gone.code, stdout: gone.stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('Other VMs of the class go on: 3'),
  });
});

it('asks before it makes VMs whose costs are higher than the budget, or unknown', async () => {
  teacher.configure(['kim', '이영희', '김철수', 'zoe'], ['budget: 0.5']);
  const dear = await teacher.run(['up', '--no-wait']);
  expect({ code: dear.code, stderr: dear.stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/budget[^]*--yes/),
  });
  teacher.configure(['kim', '이영희', '김철수', 'zoe'], ['instanceType: m5ad.large']);
  const unknown = await teacher.run(['up', '--no-wait']);
  expect({ code: unknown.code, stderr: unknown.stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/no list price[^]*m5ad\.large[^]*--yes/i),
  });
  expect(await teacher.instances()).toHaveLength(3);
});

it('asks before it moves deadlines where that is dearer than the budget', async () => {
  teacher.configure(['kim', '이영희', '김철수'], ['budget: 5']);
  const { code, stderr } = await teacher.run(['extend', '700']);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/more for 700 hours[^]*budget of \$5[^]*--yes/),
  });
});

it('says that a student has no VM, and removes nothing', async () => {
  teacher.configure(['kim', '이영희', '김철수', 'zoe']);
  const { code, stdout } = await teacher.run(['down', '--yes', '--student', 'zoe']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('no such VM') });
  expect(await teacher.instances()).toHaveLength(3);
});
