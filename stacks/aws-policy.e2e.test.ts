// @circle all @needs aws
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { useAws, type Aws } from '../testbed/aws/aws';
import { awsPolicy } from '../testbed/aws/aws-policy';
import { need, run } from '../testbed/programs/process';
import { studentVms } from '../src/class/config/practice-vm';
import { classOfTwo } from './practice-vm.fixture';
import { synthFleet } from './synth';

// Needed for the tags of a new object, without a call of its own.
const tagging = ['ec2:CreateTags'];
// Reads the host key that a VM printed when it booted.
const hostKeys = ['ec2:GetConsoleOutput'];
// Needed to find a class by its tag, and to remove what Terraform no longer knows.
const byTag = [
  ...['ec2:DescribeRegions', 'ec2:DescribeAddresses', 'ec2:ReleaseAddress'],
  ...['ec2:DeleteVolume', 'ec2:DeleteNetworkInterface'],
];

// Needed to look at the quotas and the plan beforehand, from other services.
const ahead = ['servicequotas:GetServiceQuota', 'freetier:GetAccountPlanState'];
// Needed for a VM that was stopped, and for things of others in the class's network.
const later = ['ec2:StartInstances', 'ec2:DescribeVpcEndpoints'];

let aws: Aws;
let folder: string;
let cwd: string;
let publicKey: string;

beforeAll(async () => {
  aws = await useAws();
  folder = mkdtempSync(join(tmpdir(), 'dkkb-policy-'));
  const key = join(folder, 'key');
  await need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  publicKey = readFileSync(`${key}.pub`, 'utf8').trim();
  cwd = synth();
  await need('terraform', ['init', '-input=false'], { cwd, env: { ...process.env, ...aws.env } });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
});

function synth(): string {
  return dirname(
    synthFleet(folder, {
      ...classOfTwo,
      ...studentVms(classOfTwo, { kim: publicKey }, publicKey),
      instructorKey: publicKey,
      state: join(folder, 'terraform.tfstate'),
    }),
  );
}

/** Runs Terraform as a user, and tells how it ended and which actions of the cloud it asked for. */
async function terraform(user: Readonly<Record<string, string>>, command: string) {
  const log = join(folder, `${command}.log`);
  const options = [command, '-auto-approve', '-input=false', '-no-color', '-parallelism=50'];
  const finished = await run('terraform', options, {
    cwd,
    env: { ...process.env, ...aws.env, ...user, TF_LOG_PROVIDER: 'DEBUG', TF_LOG_PATH: log },
  });
  const asked = [...readFileSync(log, 'utf8').matchAll(/rpc\.method=EC2\/(\w+)/g)];
  return { ...finished, actions: asked.map(([, action]) => `ec2:${action ?? ''}`) };
}

it('makes and destroys a class as a user with no more than this policy', async () => {
  const user = await aws.becomeUser(awsPolicy.actionsAlone);
  const made = await terraform(user, 'apply');
  expect(made).toMatchObject({ stderr: '', code: 0 });
  const destroyed = await terraform(user, 'destroy');
  expect(destroyed).toMatchObject({ stderr: '', code: 0 });
  const others = [...tagging, ...hostKeys, ...byTag, ...ahead, ...later];
  const used = new Set([...made.actions, ...destroyed.actions, ...others]);
  const unused = awsPolicy.actions.filter((one) => !used.has(one));
  expect(unused.sort()).toEqual([]);
});

it('names the action that a user may not do', async () => {
  await aws.reset();
  const user = await aws.becomeUser(awsPolicy.without((one) => one === 'ec2:RunInstances'));
  const { code, stderr } = await terraform(user, 'apply');
  expect(code).toBe(1);
  expect(stderr).toContain('ec2:RunInstances');
});
