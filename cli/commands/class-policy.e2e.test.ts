// @needs aws
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { upNow } from '../../testbed/class';
import { Teacher } from '../../testbed/teacher';

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}
interface Told {
  readonly problems: readonly {
    readonly code: string;
    readonly values: { readonly actions: string };
  }[];
}

const text = readFileSync(join(__dirname, '..', '..', 'docs', 'aws-policy.json'), 'utf8');
const policy = JSON.parse(text) as Policy;
const all = policy.Statement.flatMap(({ Action }) => Action);

/** The policy without some of its actions. */
function without(gone: (action: string) => boolean): string {
  const Statement = policy.Statement.map((one) => ({
    ...one,
    Action: one.Action.filter((action) => !gone(action)),
  })).filter(({ Action }) => Action.length > 0);
  return JSON.stringify({ ...policy, Statement });
}

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee']);
});

afterEach(() => teacher.aws.trustAll());
afterAll(() => teacher.stop());

it('runs a whole class as a user with no more than the policy of the documentation', async () => {
  const before = await teacher.inventory();
  const user = await teacher.aws.becomeUser(text);
  expect(await teacher.run(['plan'], user)).toMatchObject({ code: 0, stderr: '' });
  const made = await teacher.up(user);
  expect([...made.values()].every(Boolean)).toBe(true);
  expect(await teacher.run(['status', '--no-ssh'], user)).toMatchObject({ code: 0 });
  expect(await teacher.up(user)).toEqual(made);
  expect(await teacher.run(['down', '--yes'], user)).toMatchObject({ code: 0 });
  await teacher.aws.trustAll();
  expect(await teacher.inventory()).toEqual(before);
});

it('names exactly what is not permitted, and makes nothing', async () => {
  const before = await teacher.inventory();
  const gone = ['ec2:CreateVpc', 'ec2:ReleaseAddress', 'ec2:RunInstances'];
  const user = await teacher.aws.becomeUser(without((action) => gone.includes(action)));
  for (const [words, code] of [
    [['plan', '-o', 'json'], 1],
    [upNow, 3],
  ] as const) {
    const done = await teacher.run(words, user);
    expect(done).toMatchObject({ code });
    expect((JSON.parse(done.stdout) as Told).problems).toContainEqual(
      expect.objectContaining({
        code: 'aws-permission-missing',
        values: expect.objectContaining({ actions: gone.join(', ') }),
      }),
    );
  }
  await teacher.aws.trustAll();
  expect(await teacher.inventory()).toEqual(before);
});

it('names every action of the policy to a user who may do nothing', async () => {
  const user = await teacher.aws.becomeUser(without((action) => action !== 'ec2:DescribeTags'));
  const { code, stdout } = await teacher.run(['plan', '-o', 'json'], user);
  await teacher.aws.trustAll();
  expect(code).toBe(3);
  const actions = all.filter((one) => /^ec2:/.test(one) && one !== 'ec2:DescribeTags');
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'aws-permission-missing', values: { actions: actions.sort().join(', ') } },
  });
});

it('only notes that a quota could not be asked', async () => {
  const user = await teacher.aws.becomeUser(without((action) => /^servicequotas:/.test(action)));
  const { code, stdout } = await teacher.run(['plan', '-o', 'json'], user);
  await teacher.aws.trustAll();
  expect(code).toBe(0);
  const { problems } = JSON.parse(stdout) as Told;
  expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set(['aws-quota-unknown']));
});
