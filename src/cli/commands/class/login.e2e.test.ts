// Profiles of AWS whose login has ended, or that want the code of a device. @circle all @needs aws
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';

import { awsFailure } from '../../../class/aws/client';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';
import { run } from '../../../../testbed/programs/process';

let teacher: Teacher;

const device = 'arn:aws:iam::123456789012:mfa/teacher';
const role = 'arn:aws:iam::123456789012:role/teacher';
const config = `
[sso-session school]
sso_start_url = https://school.example/start
sso_region = ap-northeast-2
sso_registration_scopes = sso:account:access

[profile class-teacher]
sso_session = school
sso_account_id = 123456789012
sso_role_name = Teacher
region = ap-northeast-2

[profile old]
sso_start_url = https://old.example/start
sso_region = ap-northeast-2
sso_account_id = 123456789012
sso_role_name = Teacher

[profile keys]
aws_access_key_id = practice
aws_secret_access_key = practice

[profile guarded]
role_arn = ${role}
source_profile = keys
mfa_serial = ${device}
`;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim']);
  mkdirSync(teacher.at('.aws', 'sso', 'cache'), { recursive: true });
  writeFileSync(teacher.at('.aws', 'config'), config);
});

afterAll(() => teacher.stop());

const keptToken = (name: string) =>
  teacher.at('.aws', 'sso', 'cache', `${createHash('sha1').update(name).digest('hex')}.json`);

const as = (profile: string) => ({
  HOME: teacher.folder,
  AWS_PROFILE: profile,
  AWS_CONFIG_FILE: teacher.at('.aws', 'config'),
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
});

async function everyCommandSays(profile: string, code: string, lines: readonly string[]) {
  for (const words of [['plan'], upNow, ['status', '--no-ssh'], ['down', '--yes']]) {
    const told = await teacher.run(words, as(profile));
    expect(told).toMatchObject({ code: 3, stderr: expect.stringContaining(`[${code}]`) });
    for (const line of lines) expect(told.stderr).toContain(line);
  }
}

it('names a login that was never made, with the profile to sign in to', () =>
  everyCommandSays('class-teacher', 'aws-credentials-expired', [
    'aws sso login --profile class-teacher\n',
  ]));

it('names a login that has expired', async () => {
  const expiresAt = new Date(Date.now() - 60_000).toISOString();
  writeFileSync(keptToken('school'), JSON.stringify({ accessToken: 'x', expiresAt }));
  await everyCommandSays('class-teacher', 'aws-credentials-expired', [
    'aws sso login --profile class-teacher\n',
  ]);
});

it('names an expired login of the older kind', async () => {
  const expiresAt = new Date(Date.now() - 60_000).toISOString();
  const token = JSON.stringify({ accessToken: 'x', expiresAt });
  writeFileSync(keptToken('https://old.example/start'), token);
  await everyCommandSays('old', 'aws-credentials-expired', ['aws sso login --profile old\n']);
});

it('names a profile that wants a code, the device, and the commands that ask for it', () =>
  everyCommandSays('guarded', 'aws-mfa-needed', [
    `The profile \`guarded\` signs in only with the code of a device (${device}).`,
    `aws sts assume-role --role-arn ${role} --role-session-name dkkb --serial-number ${device} --token-code 123456 --region us-east-1 --profile keys`,
    'unset AWS_PROFILE\n',
  ]));

it.each([
  ['class-teacher', 'aws-credentials-expired'],
  ['guarded', 'aws-mfa-needed'],
])('recognizes what the real provider says about the profile %s', async (profile, code) => {
  const cwd = teacher.at(profile);
  mkdirSync(cwd);
  const main = {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '6.47.1' } } },
    provider: { aws: { region: 'ap-northeast-2' } },
    data: { aws_vpcs: { all: {} } },
  };
  writeFileSync(`${cwd}/main.tf.json`, JSON.stringify(main));
  const env = { ...process.env, ...teacher.env, ...as(profile) };
  await run('terraform', ['init', '-input=false'], { cwd, env });
  const options = ['plan', '-no-color', '-input=false'];
  const { stderr } = await run('terraform', options, { cwd, env });
  expect(awsFailure(stderr)?.code).toBe(code);
});
