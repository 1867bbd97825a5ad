// @needs aws
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { EC2Client, paginateDescribeInstances, type Instance } from '@aws-sdk/client-ec2';
import {
  DescribeInstanceAttributeCommand,
  DescribeVolumesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';

import { studentVms, type PracticeVmProps } from '../src/class/config/practice-vm';
import { useAws, type Aws } from '../testbed/aws/aws';
import { need, run, type Finished } from '../testbed/programs/process';
import { classOfTwo } from './practice-vm.fixture';
import { synthFleet } from './synth';

let aws: Aws;
let client: EC2Client;
let folder: string;
let keys: Record<string, string>;

beforeAll(async () => {
  aws = await useAws();
  const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
  client = new EC2Client({ endpoint: aws.endpoint, region: classOfTwo.region, credentials });
  folder = mkdtempSync(join(tmpdir(), 'dkkb-practice-vm-'));
  keys = Object.fromEntries(
    await Promise.all(['kim', 'lee', 'park'].map(async (id) => [id, await makeKey(id)] as const)),
  );
  await need('terraform', ['init', '-input=false'], { cwd: synth(), env: environment() });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
});

async function makeKey(id: string): Promise<string> {
  const file = join(folder, id);
  await need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
  return readFileSync(`${file}.pub`, 'utf8').trim();
}

const environment = () => ({ ...process.env, ...aws.env });

function pick(...ids: readonly string[]): Pick<PracticeVmProps, 'students' | 'publicKeys'> {
  const publicKeys = Object.fromEntries(ids.map((id) => [id, keys[id] ?? '']));
  return studentVms(classOfTwo, publicKeys, keys['kim'] ?? '');
}

function synth(more: Partial<PracticeVmProps> = {}): string {
  const state = join(folder, 'terraform.tfstate');
  const own = { ...pick('kim', 'lee'), instructorKey: keys['kim'] ?? '', state };
  return dirname(synthFleet(folder, { ...classOfTwo, ...own, ...more }));
}

function terraform(
  cwd: string,
  command: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const yes = command === 'plan' ? [] : ['-auto-approve'];
  const options = ['-input=false', '-no-color', '-parallelism=50', ...yes];
  return run('terraform', [command, ...options], { cwd, env: { ...environment(), ...env } });
}

async function instances(): Promise<Map<string, Instance>> {
  const found = new Map<string, Instance>();
  const running = [{ Name: 'instance-state-name', Values: ['running'] }];
  for await (const { Reservations = [] } of paginateDescribeInstances(
    { client },
    { Filters: running },
  ))
    for (const vm of Reservations.flatMap(({ Instances = [] }) => Instances))
      found.set(vm.Tags?.find(({ Key }) => Key === 'dkkb:student')?.Value ?? '', vm);
  return found;
}

const idsOf = async () =>
  new Map([...(await instances())].map(([student, { InstanceId }]) => [student, InstanceId]));

it('gives each student a VM that ends when it is shut down, on an encrypted disk, with IMDSv2 only', async () => {
  expect(await terraform(synth(), 'apply')).toMatchObject({ stderr: '', code: 0 });
  const found = await instances();
  expect([...found.keys()].sort()).toEqual(['kim', 'lee']);
  const { InstanceId, MetadataOptions, KeyName } = found.get('kim') ?? {};
  expect(MetadataOptions).toMatchObject({ HttpTokens: 'required' });
  expect(KeyName).toBe('dkkb-docker-kim');
  const ends = await client.send(
    new DescribeInstanceAttributeCommand({
      InstanceId,
      Attribute: 'instanceInitiatedShutdownBehavior',
    }),
  );
  expect(ends.InstanceInitiatedShutdownBehavior?.Value).toBe('terminate');
  const { Volumes = [] } = await client.send(new DescribeVolumesCommand({}));
  expect(Volumes).toHaveLength(2);
  for (const volume of Volumes) {
    expect(volume).toMatchObject({ VolumeType: 'gp3', Encrypted: true, Size: classOfTwo.disk });
    expect(volume.Tags).toContainEqual({ Key: 'dkkb:class', Value: classOfTwo.fleet });
  }
});

it('makes a VM again that was terminated by hand, makes one for a new student, and leaves all others alone', async () => {
  const before = await idsOf();
  const lee = before.get('lee') ?? '';
  await client.send(new TerminateInstancesCommand({ InstanceIds: [lee] }));
  // Another order, type, disk, release and user-data must not change a running VM.
  const other = {
    hours: 3,
    instanceType: 't3.small',
    disk: 40,
    ubuntu: '22.04',
    spot: true,
  } as const;
  const cwd = synth({ ...pick('park', 'lee', 'kim'), ...other });
  const { code, stdout, stderr } = await terraform(cwd, 'apply');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // The local API does not report the groups of an instance, which Terraform sees as a change.
  expect(stdout).toMatch(/3 added, \d changed, 0 destroyed/);
  const after = await idsOf();
  expect(after.get('kim')).toBe(before.get('kim'));
  expect(after.get('lee')).toMatch(/^i-/);
  expect(after.get('lee')).not.toBe(lee);
  expect(after.get('park')).toMatch(/^i-/);
});

it('keeps nothing secret in its state', () => {
  const state = readFileSync(join(folder, 'terraform.tfstate'), 'utf8');
  expect(state).toContain('aws_instance');
  expect(state).not.toContain('PRIVATE KEY');
});

it('names a type that the region does not offer', async () => {
  const { code, stderr } = await terraform(synth({ instanceType: 'zz9.medium' }), 'plan');
  expect(code).toBe(1);
  expect(stderr).toContain('zz9.medium is not offered in any zone of ap-northeast-2');
});

it('names the configuration where nobody knows who may connect, asks nothing, and is destroyed all the same', async () => {
  const before = await idsOf();
  const unknown = synth({ allow: undefined });
  for (const command of ['plan', 'apply']) {
    const { code, stderr } = await terraform(unknown, command);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/allow: \[203\.0/) });
    expect(stderr).toContain('이 컴퓨터가 인터넷에서 어떤 주소로 보이는지 알 수 없습니다');
  }
  expect(await idsOf()).toEqual(before);
  const named = await terraform(unknown, 'plan', { TF_VAR_allow: '203.0.113.7/32' });
  expect(named).toMatchObject({ code: 0, stderr: '' });
});

it('fails without credentials, and makes nothing', async () => {
  const before = await idsOf();
  const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
  const { code, stderr } = await terraform(synth(), 'apply', none);
  expect(code).toBe(1);
  expect(stderr).toContain('No valid credential sources found');
  expect(await idsOf()).toEqual(before);
});

it('destroys all of it', async () => {
  // Also where nobody knows any more who may connect.
  expect(await terraform(synth({ allow: undefined }), 'destroy')).toMatchObject({
    stderr: '',
    code: 0,
  });
  expect(await idsOf()).toEqual(new Map());
  const { Volumes = [] } = await client.send(new DescribeVolumesCommand({}));
  expect(Volumes).toEqual([]);
});
