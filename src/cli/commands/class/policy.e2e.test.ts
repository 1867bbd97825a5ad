// Users who lack permissions; class.e2e has a user with the whole policy. @circle all @needs aws
import { awsPolicy } from '../../../../testbed/aws/aws-policy';
import { upNow } from '../../../../testbed/class/class';
import { problemsIn, Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee']);
});

afterEach(() => teacher.aws.trustAll());
afterAll(() => teacher.stop());

it('names exactly the missing permissions, and makes nothing', async () => {
  const before = await teacher.inventory();
  const gone = ['ec2:CreateVpc', 'ec2:ReleaseAddress', 'ec2:RunInstances'];
  const user = await teacher.aws.becomeUser(awsPolicy.without((action) => gone.includes(action)));
  for (const [words, code] of [
    [['plan', '-o', 'json'], 1],
    [upNow, 3],
  ] as const) {
    const done = await teacher.run(words, user);
    expect(done).toMatchObject({ code });
    expect(problemsIn(done)).toContainEqual(
      expect.objectContaining({
        code: 'aws-permission-missing',
        values: expect.objectContaining({ actions: gone.join(', ') }),
      }),
    );
  }
  await teacher.aws.trustAll();
  expect(await teacher.inventory()).toEqual(before);
});

it('names every action of the policy for a user who may do nothing', async () => {
  const user = await teacher.aws.becomeUser(
    awsPolicy.without((action) => action !== 'ec2:DescribeTags'),
  );
  const { code, stdout } = await teacher.run(['plan', '-o', 'json'], user);
  await teacher.aws.trustAll();
  expect(code).toBe(3);
  const actions = awsPolicy.actions.filter(
    (one) => /^ec2:/.test(one) && one !== 'ec2:DescribeTags',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'aws-permission-missing', values: { actions: actions.sort().join(', ') } },
  });
});

it('a quota that cannot be read is only a note', async () => {
  const user = await teacher.aws.becomeUser(
    awsPolicy.without((action) => /^servicequotas:/.test(action)),
  );
  const done = await teacher.run(['plan', '-o', 'json'], user);
  await teacher.aws.trustAll();
  expect(done.code).toBe(0);
  expect(new Set(problemsIn(done).map(({ code }) => code))).toEqual(new Set(['aws-quota-unknown']));
});
