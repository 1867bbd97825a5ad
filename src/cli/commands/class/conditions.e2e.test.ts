// The policy's conditions. A stand-in for IAM judges them: the local API ignores them. @circle all @needs aws
import { rmSync } from 'node:fs';

import {
  AuthorizeSecurityGroupIngressCommand,
  CreateKeyPairCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  DeleteKeyPairCommand,
  DeleteSecurityGroupCommand,
  DeleteVolumeCommand,
  DescribeImagesCommand,
  DescribeInstanceAttributeCommand,
  EC2Client,
  GetConsoleOutputCommand,
  ImportKeyPairCommand,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  TerminateInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';

import { underConditions } from '../../../../testbed/aws/aws-conditions';
import { awsPolicy } from '../../../../testbed/aws/aws-policy';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let image: string;
// The provider works without the first. The second has no dry run, so it is tried on a VPC that does not exist.
const notNeeded = ['GetInstanceUefiData image', 'ModifyVpcAttribute vpc'];
const tag = { Key: 'dkkb:class', Value: 'docker' };
const owner = { Key: 'dkkb:owner', Value: 'someone' };

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee']);
  const { Images = [] } = await teacher.ec2.send(new DescribeImagesCommand({}));
  image = Images[0]?.ImageId ?? '';
});
afterEach(() => teacher.aws.trustAll());
afterAll(() => teacher.stop());

/** Does some work as a user with the documented policy, conditions included. */
function underPolicy<T>(
  work: (env: Readonly<Record<string, string>>, refused: readonly string[]) => Promise<T>,
): Promise<T> {
  return underConditions(teacher.aws, awsPolicy.statements, async ({ env, refused }) => {
    const user = await teacher.aws.becomeUser(awsPolicy.actionsAlone);
    return work({ ...env, ...user }, refused);
  });
}

function clientOf(env: Readonly<Record<string, string>>, region = 'ap-northeast-2'): EC2Client {
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID: accessKeyId = '' } = env;
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'] ?? '';
  return new EC2Client({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
}

const unauthorized = expect.objectContaining({ name: 'UnauthorizedOperation' });

it('lets a class be planned, made, looked at, extended and removed', async () => {
  const empty = await teacher.inventory();
  await underPolicy(async (env, refused) => {
    const plan = await teacher.run(['plan'], env);
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing else stands') });
    expect(await teacher.run(upNow, env)).toMatchObject({ code: 0 });
    // Once more without the state: `up` takes over what exists.
    rmSync(teacher.state);
    expect(await teacher.run(upNow, env)).toMatchObject({ code: 0 });
    const status = await teacher.vms(['status', '--no-ssh', '-o', 'json'], env);
    expect(status).toMatchObject([{ id: 'kim' }, { id: 'lee' }]);
    // These instances have no machine. Their consoles may still be read, and show no keys.
    const extended = await teacher.run(['extend', '1'], env);
    expect(extended.stdout.match(/vm-host-key-unknown/g)).toHaveLength(2);
    const down = await teacher.run(['down', '--yes'], env);
    expect(down.stdout).toContain('is left in any region');
    expect(refused.filter((one) => !notNeeded.includes(one))).toEqual([]);
  });
  await teacher.aws.trustAll();
  expect(await teacher.inventory()).toEqual(empty);
});

const one: RunInstancesCommandInput = { MinCount: 1, MaxCount: 1, InstanceType: 't3.medium' };
const tagged = (...kinds: ('instance' | 'volume')[]) =>
  kinds.map((ResourceType) => ({ ResourceType, Tags: [tag] }));
const terminating = { InstanceInitiatedShutdownBehavior: { Value: 'terminate' } };
const whole = { ...one, TagSpecifications: tagged('instance', 'volume') };

describe('a thing without the tag of a class', () => {
  it('cannot be started, terminated, changed, tagged, read or removed', async () => {
    const { ec2 } = teacher;
    const { Instances = [] } = await ec2.send(new RunInstancesCommand({ ...one, ImageId: image }));
    const { VolumeId } = await ec2.send(
      new CreateVolumeCommand({ AvailabilityZone: 'ap-northeast-2a', Size: 1 }),
    );
    await ec2.send(new CreateKeyPairCommand({ KeyName: 'mine' }));
    const group = { GroupName: 'mine', Description: 'mine' };
    const { GroupId } = await ec2.send(new CreateSecurityGroupCommand(group));
    const ids = Instances.map(({ InstanceId = '' }) => InstanceId);
    const [InstanceId = ''] = ids;
    await underPolicy(async (env) => {
      const client = clientOf(env);
      const anywhere = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
      const tries: Promise<unknown>[] = [
        client.send(new TerminateInstancesCommand({ InstanceIds: ids })),
        client.send(new StartInstancesCommand({ InstanceIds: ids })),
        client.send(new CreateTagsCommand({ Resources: ids, Tags: [tag] })),
        client.send(new CreateTagsCommand({ Resources: ids, Tags: [owner] })),
        client.send(new ModifyInstanceAttributeCommand({ InstanceId, ...terminating })),
        client.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute: 'userData' })),
        client.send(new GetConsoleOutputCommand({ InstanceId })),
        client.send(
          new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [anywhere] }),
        ),
        client.send(new DeleteSecurityGroupCommand({ GroupId })),
        client.send(new DeleteVolumeCommand({ VolumeId })),
        client.send(new DeleteKeyPairCommand({ KeyName: 'mine' })),
      ];
      for (const tried of await Promise.allSettled(tries))
        expect(tried).toEqual({ status: 'rejected', reason: unauthorized });
    });
    await teacher.aws.trustAll();
    const left = (await teacher.instances()).map((vm) => vm.InstanceId ?? '');
    expect(left).toEqual(expect.arrayContaining(ids));
  });

  it('cannot be made: a network, a group of rules, a key', async () => {
    await underPolicy(async (env) => {
      const client = clientOf(env);
      const PublicKeyMaterial = Buffer.from('ssh-ed25519 AAAA');
      const tries: Promise<unknown>[] = [
        client.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' })),
        client.send(new CreateSecurityGroupCommand({ GroupName: 'new', Description: 'new' })),
        client.send(new ImportKeyPairCommand({ KeyName: 'new', PublicKeyMaterial })),
      ];
      for (const tried of await Promise.allSettled(tries))
        expect(tried).toEqual({ status: 'rejected', reason: unauthorized });
    });
  });

  it.each<[string, RunInstancesCommandInput, string]>([
    ['without a tag', one, 'ap-northeast-2'],
    [
      'with an untagged volume',
      { ...one, TagSpecifications: tagged('instance') },
      'ap-northeast-2',
    ],
    [
      'of a large type',
      {
        ...one,
        InstanceType: 'p4d.24xlarge',
        TagSpecifications: tagged('instance', 'volume'),
      },
      'ap-northeast-2',
    ],
    ['in another region', whole, 'us-east-1'],
  ])('cannot be made: a VM %s', async (_, input, region) => {
    await underPolicy(async (env) => {
      const made = clientOf(env, region).send(
        new RunInstancesCommand({ ...input, ImageId: image }),
      );
      await expect(made).rejects.toEqual(unauthorized);
    });
  });
});

it('allows a VM that fulfils every condition of the policy, to tag and to start it', async () => {
  await underPolicy(async (env) => {
    const made = await clientOf(env).send(new RunInstancesCommand({ ...whole, ImageId: image }));
    expect(made.Instances).toHaveLength(1);
    const ids = (made.Instances ?? []).map(({ InstanceId = '' }) => InstanceId);
    const client = clientOf(env);
    await client.send(new CreateTagsCommand({ Resources: ids, Tags: [owner] }));
    await client.send(new StartInstancesCommand({ InstanceIds: ids }));
  });
});
