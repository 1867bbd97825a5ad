// What a class needs from its account and from this machine. The free plan is answered from the service's
// documentation: the local API does not know it. @circle all @needs aws
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CreateKeyPairCommand, DeleteKeyPairCommand } from '@aws-sdk/client-ec2';

import { freePlanAnswers } from '../../../../testbed/aws/aws-free-plan';
import { withGate, type GateOptions } from '../../../../testbed/aws/aws-gate';
import { Teacher } from '../../../../testbed/class/teacher';
import { need } from '../../../../testbed/programs/process';

let teacher: Teacher;
let before: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  before = await teacher.inventory();
});

afterEach(async () => {
  expect(await teacher.inventory()).toEqual(before);
});

afterAll(() => teacher.stop());

const behind = <T>(options: GateOptions, work: (env: NodeJS.ProcessEnv) => Promise<T>) =>
  withGate(teacher.aws.endpoint, options, work);

it.each([
  ['t3.small', { cpus: '2', memory: '2', types: 't3.medium, t3.large' }],
  ['t2.small', { cpus: '1', memory: '2', types: 't3.medium, t3.large' }],
  ['t4g.small', { cpus: '2', memory: '2', types: 't4g.medium, t4g.large' }],
])('refuses %s: Minikube needs more', async (type, values) => {
  teacher.configure(['kim'], [`instanceType: ${type}`]);
  expect(await teacher.stopped()).toEqual([
    expect.objectContaining({
      code: 'aws-type-too-small',
      values: expect.objectContaining({ type, ...values }),
    }),
  ]);
});

it('refuses a type that the free plan does not allow, and names those that it allows', async () => {
  teacher.configure(['kim']);
  await behind({ plan: 'free' }, async (env) => {
    expect(await teacher.stopped(env)).toEqual([
      expect.objectContaining({
        code: 'aws-free-plan',
        values: { type: 't3.medium', types: 'c7i-flex.large, m7i-flex.large' },
      }),
    ]);
    const { stdout } = await teacher.run(['plan'], env);
    expect(stdout).toContain('`instanceType: c7i-flex.large`');
    const korean = await teacher.run(['plan'], { ...env, DKKB_LANG: 'ko' });
    expect(korean.stdout).toContain('무료 플랜이라 이 인스턴스 유형을 쓸 수 없습니다: t3.medium');
  });
});

it('notes that the plan of the account may not be asked, and goes on', async () => {
  teacher.configure(['kim']);
  await behind({ plan: 'denied' }, async (env) => {
    const { code, stdout } = await teacher.run(['plan'], env);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('[aws-plan-unknown]'),
    });
  });
});

it('names the free plan where only EC2 itself refuses', async () => {
  teacher.configure(['kim']);
  await behind({ refuse: freePlanAnswers.refusal }, async (env) => {
    const up = await teacher.run(['up', '--no-wait'], env);
    expect(up).toMatchObject({ code: 1, stdout: expect.stringContaining('[aws-free-plan]') });
    expect(up.stdout).toContain('Name=free-tier-eligible,Values=true');
  });
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
});

it('refuses names of key pairs that somebody else has, and takes over its own', async () => {
  teacher.configure(['kim', 'lee']);
  const KeyName = 'dkkb-docker-lee';
  await teacher.ec2.send(new CreateKeyPairCommand({ KeyName }));
  before = await teacher.inventory();
  expect(await teacher.stopped()).toMatchObject([
    {
      code: 'aws-key-name-taken',
      values: { names: KeyName, region: 'ap-northeast-2' },
      commands: [
        `aws ec2 describe-key-pairs --key-names ${KeyName} --region ap-northeast-2`,
        `aws ec2 delete-key-pair --key-name ${KeyName} --region ap-northeast-2`,
      ],
    },
  ]);
  await teacher.ec2.send(new DeleteKeyPairCommand({ KeyName }));
  before = before.filter((name) => name !== KeyName);
  await teacher.up();
  expect(await teacher.run(['plan'])).toMatchObject({ code: 0 });
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
});

describe('on a machine', () => {
  /** A folder for the PATH with these programs of this machine. */
  async function pathWith(...programs: string[]): Promise<string> {
    const folder = teacher.at(['bin', ...programs].join('-'));
    mkdirSync(folder);
    for (const program of programs) {
      const path = await need('sh', ['-c', 'command -v "$1"', '-', program]);
      symlinkSync(path.trim(), join(folder, program));
    }
    return folder;
  }

  beforeEach(() => teacher.configure(['kim']));

  it('without Terraform, says how to install it', async () => {
    const [problem, ...others] = await teacher.stopped({ PATH: await pathWith() });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'program-missing', values: { program: 'terraform' } });
    expect(problem?.commands).toEqual(['sudo bash scripts/install-terraform.sh']);
  });

  it('without ssh-keygen, makes the keys itself', async () => {
    const env = { PATH: await pathWith('terraform') };
    expect(await teacher.run(['up', '--no-wait'], env)).toMatchObject({ code: 0 });
    expect(await teacher.run(['down', '--yes'], env)).toMatchObject({ code: 0 });
  });

  it('with a Terraform that is too old, names its version', async () => {
    const folder = await pathWith('sh');
    const old = join(folder, 'terraform');
    writeFileSync(old, '#!/bin/sh\necho Terraform v1.4.7\n');
    chmodSync(old, 0o755);
    expect(await teacher.stopped({ PATH: folder })).toMatchObject([
      { code: 'terraform-too-old', values: { version: '1.4.7', needed: '1.5' } },
    ]);
  });
});
