// @circle all @needs aws
import { mkdirSync, writeFileSync } from 'node:fs';

import { upNow } from '../../../../testbed/class/class';
import { withGate, type GateOptions } from '../../../../testbed/aws/aws-gate';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let before: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee']);
  before = await teacher.inventory();
  // The provider would try 25 times to get capacity, which takes ten minutes.
  mkdirSync(teacher.kept(), { recursive: true, mode: 0o700 });
  const fewer = { provider: { aws: { max_retries: 2 } } };
  writeFileSync(teacher.kept('override.tf.json'), JSON.stringify(fewer));
});
afterAll(() => teacher.stop());

const behind = (options: GateOptions, ...words: string[]) =>
  withGate(teacher.aws.endpoint, options, (env) => teacher.run(words, env));

it('reports a vCPU quota that is too small for the class, before anything is made', async () => {
  const plan = await behind({ quota: 3 }, 'plan');
  expect(plan).toMatchObject({ code: 1, stdout: expect.stringContaining('[aws-vcpu-quota]') });
  expect(plan.stdout).toMatch(/need 4, and of the 3 allowed 0 are in use/);
  expect(plan.stdout).toContain('--quota-code L-1216C47A --desired-value 4');
  expect((await behind({ quota: 4 }, 'plan')).stdout).toContain('nothing stands in the way');
  expect(await behind({ quota: 3 }, ...upNow)).toMatchObject({ code: 3 });
  expect(await teacher.inventory()).toEqual(before);
});

it.each([
  ['aws-quota-exceeded', 'VcpuLimitExceeded', 'dkkb class plan'],
  ['aws-no-capacity', 'InsufficientInstanceCapacity', 'dkkb class up'],
])(
  'reports %s for each student when EC2 refuses, says once what to do, and works later',
  async (problem, code, command) => {
    const refuse = { action: 'RunInstances', code, message: 'You have no more.' };
    const up = await behind({ refuse }, 'up', '--no-wait');
    expect(up.code).toBe(1);
    const told = `    .*${code}: You have no more\\. \\[${problem}\\]\\n`;
    expect(up.stdout).toMatch(new RegExp(`✗ kim .*\\n${told}✗ lee .*\\n${told}`));
    expect(up.stdout.split(`      ${command}\n`)).toHaveLength(2);
    expect(up.stdout).not.toContain('--replace');
    expect([...(await teacher.up()).values()].every(Boolean)).toBe(true);
    expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
    expect(await teacher.inventory()).toEqual(before);
  },
);
