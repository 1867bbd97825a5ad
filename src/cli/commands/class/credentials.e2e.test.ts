// @circle all @needs aws
import { dirname } from 'node:path';

import { awsFailure } from '../../../class/aws/client';
import { withGate, type GateOptions } from '../../../../testbed/aws/aws-gate';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';
import { run } from '../../../../testbed/programs/process';

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim']);
});

afterEach(() => teacher.aws.trustAll());
afterAll(() => teacher.stop());

type Env = Readonly<Record<string, string>>;

const behind = <T>(options: GateOptions, work: (env: Env) => Promise<T>) =>
  withGate(teacher.aws.endpoint, options, work);

/** Expects every command that asks AWS to name a problem and to end with exit code 3. */
async function everyCommandNames(problem: string, env: Env): Promise<void> {
  for (const words of [['plan'], upNow, ['status', '--no-ssh'], ['down', '--yes']])
    expect(await teacher.run(words, env)).toEqual(
      expect.objectContaining({ code: 3, stderr: expect.stringContaining(`[${problem}]`) }),
    );
}

const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const nothing = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' }],
};
const expired = {
  refuse: {
    code: 'ExpiredToken',
    message: 'The security token included in the request is expired',
  },
};

it('names credentials that are missing', () => everyCommandNames('aws-no-credentials', none));

it('names an AWS that cannot be reached', () =>
  everyCommandNames('aws-unreachable', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }));

it('names an access key that AWS does not know', async () => {
  await teacher.aws.becomeUser(JSON.stringify(nothing));
  await everyCommandNames('aws-credentials-refused', {});
});

it('names credentials that have expired', () =>
  behind(expired, (env) => everyCommandNames('aws-credentials-expired', env)));

it('reports a clock that is an hour off before anything is made, and still removes a class', async () => {
  await teacher.up();
  await behind({ ahead: 3_600 }, async (env) => {
    for (const words of [['plan'], upNow])
      expect(await teacher.run(words, env)).toEqual(
        expect.objectContaining({
          code: 3,
          stderr: expect.stringMatching(/60 min \[aws-clock-wrong\]/),
        }),
      );
    expect(await teacher.run(['down', '--yes'], env)).toMatchObject({ code: 0 });
  });
  expect(await teacher.instances()).toEqual([]);
});

it('recognizes the messages of the real provider for missing and expired credentials and for a wrong clock', async () => {
  const cwd = dirname(teacher.state);
  const terraform = async (more: Env) => {
    const env = { ...process.env, ...teacher.env, ...more };
    const { stderr } = await run('terraform', ['plan', '-no-color', '-input=false'], { cwd, env });
    return awsFailure(stderr)?.code;
  };
  expect(await terraform(none)).toBe('aws-no-credentials');
  expect(await behind(expired, terraform)).toBe('aws-credentials-expired');
  expect(await behind({ ahead: 3_600 }, terraform)).toBe('aws-clock-wrong');
});
