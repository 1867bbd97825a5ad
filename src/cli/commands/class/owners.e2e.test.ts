// Two teachers on one account. @circle all @needs aws
import { withGate } from '../../../../testbed/aws/aws-gate';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let colleague: Teacher;
let first: Map<string, string | undefined>;

beforeAll(async () => {
  teacher = await Teacher.with();
  colleague = teacher.colleague();
  teacher.configure(['kim', 'lee']);
  colleague.configure(['kim', 'park']);
  first = await teacher.up();
});
afterAll(async () => {
  await colleague.stop();
  await teacher.stop();
});

const idsOf = async () => (await teacher.instances()).map(({ InstanceId }) => InstanceId).sort();

it('takes nothing over from another teacher whose class has the same name, and says whose it is', async () => {
  const before = await idsOf();
  for (const words of [['plan'], [...upNow, '--yes'], ['down', '--yes'], ['extend', '1']]) {
    const { code, stdout, stderr } = await colleague.run(words);
    expect({ words, failed: code !== 0, said: stdout + stderr }).toEqual({
      words,
      failed: true,
      said: expect.stringMatching(/made by somebody else \(\S+@\S+\)/),
    });
    expect(stdout + stderr).toContain('class-owned');
  }
  expect(await idsOf()).toEqual(before);
});

it('lists the class with its owner, VMs, deadline and costs', async () => {
  const { code, stdout } = await colleague.run(['list', '-o', 'json']);
  expect({ code, told: JSON.parse(stdout) }).toMatchObject({
    code: 0,
    told: {
      classes: [
        {
          name: 'docker',
          regions: ['ap-northeast-2'],
          running: 2,
          owners: [expect.stringMatching(/^\S+@\S+ /)],
          until: expect.stringMatching(/^20\d\d-/),
          spent: { dollars: expect.any(Number) },
        },
      ],
    },
  });
});

it('takes it over on purpose: VMs stay, and no card is made with a key that does not open its VM', async () => {
  const before = await idsOf();
  const taken = await colleague.run([...upNow, '--take-over', '--yes']);
  const { vms } = JSON.parse(taken.stdout) as {
    vms: { id: string; instance: string; problem?: { code: string } }[];
  };
  expect(taken.code).toBe(1);
  expect(vms).toMatchObject([
    { id: 'kim', instance: first.get('kim'), problem: { code: 'vm-key-missing' } },
    { id: 'park' },
  ]);
  expect(await idsOf()).toEqual(expect.arrayContaining(before));
  const cards = await colleague.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  expect(JSON.parse(cards.stdout)).toMatchObject({
    cards: [{ id: 'park' }],
    missing: [{ id: 'kim', reason: expect.stringMatching(/key$/) }],
  });
  expect(await teacher.run(['plan'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('class-owned'),
  });
});

it('ends a class that was taken over, also for the students of both rosters', async () => {
  expect(await colleague.run(['down', '--yes'])).toMatchObject({ code: 0 });
  expect(await idsOf()).toEqual([]);
});

it('tells both of a class that two begin at the same moment, and each ends their own', async () => {
  colleague.configure(['park', 'choi']);
  let begun: Promise<unknown> | undefined;
  // The last look is over by the time that Terraform makes the first thing.
  const begin = async (form: URLSearchParams) => {
    const makes = /^(?:Create|Import|Run)/.test(form.get('Action') ?? '');
    if (makes && form.get('DryRun') !== 'true') await (begun ??= teacher.up());
    return undefined;
  };
  const late = await withGate(teacher.aws.endpoint, { judge: begin }, (env) =>
    colleague.run(upNow, env),
  );
  expect(late.code).toBe(1);
  expect(JSON.parse(late.stdout)).toMatchObject({ problems: [{ code: 'class-owned' }] });
  expect(await idsOf()).toHaveLength(4);
  const down = await colleague.run(['down', '--yes']);
  expect({ code: down.code, stdout: down.stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/It was not touched/),
  });
  expect(await idsOf()).toHaveLength(2);
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
  expect(await idsOf()).toEqual([]);
});

it('ends what is its own where another teacher has a class of that name in another region', async () => {
  await teacher.up();
  colleague.configure(['park'], ['region: us-east-1']);
  // The two do not see each other: each may ask its own region only.
  const only = (home: string) => ({
    judge: (form: URLSearchParams, region: string) =>
      Promise.resolve(region === home ? undefined : (form.get('Action') ?? '')),
  });
  await withGate(teacher.aws.endpoint, only('us-east-1'), (env) => colleague.vms(upNow, env));
  const down = await teacher.run(['down', '--yes', '-o', 'json']);
  expect({ code: down.code, told: JSON.parse(down.stdout) }).toMatchObject({
    code: 0,
    told: { left: [], unsure: [] },
  });
  const { removed, strange } = JSON.parse(down.stdout) as Record<string, { region: string }[]>;
  expect(removed?.length).toBeGreaterThan(0);
  expect(new Set(strange?.map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  expect(await colleague.run(['down', '--yes'])).toMatchObject({ code: 0 });
  colleague.configure(['kim', 'park']);
});

it('makes nothing beside a class of the same name that a colleague began meanwhile', async () => {
  const beginClass = async () => {
    await teacher.up();
    return teacher.inventory();
  };
  let begun: Promise<string[]> | undefined;
  // What the class has is known by the time that images are asked for; who asks again waits, too.
  const begin = async (form: URLSearchParams) => {
    if (form.get('Action') === 'DescribeImages') await (begun ??= beginClass());
    return undefined;
  };
  const late = await withGate(teacher.aws.endpoint, { judge: begin }, (env) =>
    colleague.run(upNow, env),
  );
  expect(late).toMatchObject({ stdout: expect.stringContaining('class-owned') });
  expect(late.code).not.toBe(0);
  expect(await teacher.inventory()).toEqual(await begun);
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
  expect(await idsOf()).toEqual([]);
});
