// The end of a class, on bad days. @circle all @needs aws
import { rmSync, writeFileSync } from 'node:fs';

import {
  AuthorizeSecurityGroupIngressCommand,
  CreateNetworkInterfaceCommand,
  CreateSecurityGroupCommand,
  CreateVpcEndpointCommand,
  DeleteNetworkInterfaceCommand,
  DeleteSecurityGroupCommand,
  DeleteVpcEndpointsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';

import { withGate } from '../../../../testbed/aws/aws-gate';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';
import { haltingAt, signalAt } from '../../../../testbed/programs/halt';
import { finish } from '../../../../testbed/programs/process';

let teacher: Teacher;
let empty: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  empty = await teacher.inventory();
});
beforeEach(() => teacher.configure(['kim', 'lee']));
afterAll(() => teacher.stop());

const json = ({ stdout }: { readonly stdout: string }) =>
  JSON.parse(stdout) as {
    left: { kind: string }[];
    foreign: { kind: string; id: string; owner: string }[];
    notLooked: { region: string }[];
    others: { name: string; running: number }[];
  };

describe('without a configuration', () => {
  it('takes no class for granted, lists those of the account, and removes nothing', async () => {
    await teacher.up();
    rmSync(teacher.at('dkkb.config.yaml'));
    const { code, stdout, stderr } = await teacher.run(['down', '--yes']);
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: expect.stringMatching(/docker[^]*VMs running: 2[^]*dkkb class down --class docker/),
    });
    expect(stderr).toContain('not known which class');
    expect(await teacher.instances()).toHaveLength(2);
  });

  it('names the other classes that still run, where a name was mistyped', async () => {
    const { code, stdout } = await teacher.run(['down', '--yes', '--class', 'dokcer']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /Found nothing of the class `dokcer`[^]*still have VMs[^]*docker/,
      ),
    });
    expect(await teacher.instances()).toHaveLength(2);
  });

  it('ends one student by name, and then the class by name', async () => {
    rmSync(teacher.at('dkkb.config.yaml'));
    expect(
      await teacher.run(['down', '--yes', '--class', 'docker', '--student', 'lee']),
    ).toMatchObject({ code: 0 });
    expect(await teacher.instances()).toHaveLength(1);
    expect(await teacher.run(['down', '--yes', '--class', 'docker'])).toMatchObject({ code: 0 });
    expect(await teacher.inventory()).toEqual(empty);
  });
});

it('tells a mistake of the configuration, and takes no class for granted', async () => {
  writeFileSync(teacher.at('dkkb.config.yaml'), 'class: Docker!\nregion: seoul\n');
  const { code, stderr } = await teacher.run(['down', '--yes']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/class: "Docker!"[^]*region: "seoul"[^]*not known which class/),
  });
});

it('needs no roster, no record of this computer and no Terraform', async () => {
  await teacher.up();
  teacher.configure(['kim', 'kim']);
  rmSync(teacher.at('data'), { recursive: true });
  const { code, stdout } = await teacher.run(['down', '--yes'], { PATH: '/nonexistent' });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('is left in any region'),
  });
  expect(await teacher.inventory()).toEqual(empty);
});

it('ends the class where the account may look at its own region only, and names the others', async () => {
  await teacher.up();
  const judge = (form: URLSearchParams, region: string) =>
    Promise.resolve(region === 'ap-northeast-2' ? undefined : (form.get('Action') ?? ''));
  await withGate(teacher.aws.endpoint, { judge }, async (env) => {
    const done = await teacher.run(['down', '--yes'], env);
    expect({ code: done.code, stdout: done.stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/may not look at:.*us-east-1/),
    });
  });
  expect(await teacher.inventory()).toEqual(empty);
});

describe('others in the network of a class', () => {
  it('are named with their owner and a way out; their network is left to them, and the VMs are ended', async () => {
    await teacher.up();
    const { ec2 } = teacher;
    const Filters = [{ Name: 'tag:dkkb:class', Values: ['docker'] }];
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ Filters }));
    const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
    const [SubnetId = '', VpcId = ''] = [Subnets[0]?.SubnetId, Subnets[0]?.VpcId];
    const ours = SecurityGroups[0]?.GroupId ?? '';
    const { NetworkInterface } = await ec2.send(
      new CreateNetworkInterfaceCommand({ SubnetId, Description: 'made by hand' }),
    );
    const { VpcEndpoint } = await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId,
        SubnetIds: [SubnetId],
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.ap-northeast-2.guardduty-data',
      }),
    );
    const group = { GroupName: 'office', Description: 'office' };
    const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand(group));
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: ours }] }],
      }),
    );
    const done = await teacher.run(['down', '--yes']);
    expect(done.code).toBe(1);
    const eni = NetworkInterface?.NetworkInterfaceId ?? '';
    const endpoint = VpcEndpoint?.VpcEndpointId ?? '';
    for (const text of [
      `delete-network-interface --region ap-northeast-2 --network-interface-id ${eni}`,
      `delete-vpc-endpoints --region ap-northeast-2 --vpc-endpoint-ids ${endpoint}`,
      `--group-id ${GroupId} --protocol all --source-group ${ours}`,
      'made by hand',
      'class-network-in-use',
    ])
      expect(done.stdout).toContain(text);
    expect(await teacher.instances()).toEqual([]);
    await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: eni }));
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpoint] }));
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
    expect(await teacher.inventory()).toEqual(empty);
  });
});

describe('an interruption', () => {
  it.each([
    ['up', 'SIGINT', 130, [...upNow], /: requested/],
    ['up', 'SIGTERM', 143, [...upNow, '--replace', 'kim', '--yes'], /: requested/],
    ['down', 'SIGINT', 130, ['down', '--yes'], /removing: instance/],
  ] as const)(
    'of `class %s` by %s says what may be running, since when, and how to end it',
    async (command, signal, exit, words, at) => {
      if (command === 'down') await teacher.up();
      const child = teacher.spawn(words, { env: haltingAt(at) });
      const ended = finish(child);
      await signalAt(at, child, signal);
      const { code, stderr } = await ended;
      expect({ code, stderr }).toEqual({
        code: exit,
        stderr: expect.stringMatching(
          /class `docker` \(up to 2\)[^]*ap-northeast-2 since 20\d\d-[^]*dkkb class down --class docker/,
        ),
      });
    },
  );

  it('leaves nothing that the next `down` does not end', async () => {
    expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
    expect(await teacher.inventory()).toEqual(empty);
  });
});

it.each([[['status', '--no-ssh']], [['down', '--yes', '--student', 'kim']]])(
  '%j says at once that it asks, where AWS swallows what it is asked',
  async (words) => {
    const judge = () => new Promise<undefined>(() => undefined);
    await withGate(teacher.aws.endpoint, { judge }, async (env) => {
      const child = teacher.spawn(words, { env: { ...env, ...haltingAt(/Asking AWS/) } });
      const ended = finish(child);
      await signalAt(/Asking AWS/, child, 'SIGINT');
      expect((await ended).code).toBe(130);
    });
  },
);

it('a lost connection says what may be running', async () => {
  await teacher.up();
  const { code, stderr } = await teacher.run(['down', '--yes'], {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  });
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringMatching(/aws-unreachable[^]*may be running in ap-northeast-2 since/),
  });
});

it('an `up` that waited behind a `down` stops and says so', async () => {
  const at = /removing: instance/;
  const down = teacher.spawn(['down', '--yes'], { env: haltingAt(at) });
  const downEnded = finish(down);
  const upEnded: Promise<{ code: number; stderr: string }>[] = [];
  down.stderr?.on('data', (said: Buffer) => {
    if (at.test(said.toString()) && upEnded.length === 0) upEnded.push(teacher.run(upNow));
  });
  await signalAt(at, down, 'SIGCONT');
  expect(await downEnded).toMatchObject({ code: 0 });
  const [up] = await Promise.all(upEnded);
  if (up?.code === 0) throw new Error('up began only after the end');
  expect(up).toMatchObject({ code: 3, stderr: expect.stringContaining('class-ended') });
  expect(await teacher.instances()).toEqual([]);
});

it('reports in JSON what is left, what was not looked at, and which classes still run', async () => {
  writeFileSync(teacher.at('other.yaml'), 'class: other\nstudents: 1\nallow: [127.0.0.1/32]\n');
  await teacher.run([...upNow, '--config', 'other.yaml']);
  await teacher.up();
  const told = json(await teacher.run(['down', '--yes', '-o', 'json']));
  expect(told).toMatchObject({
    left: [],
    foreign: [],
    notLooked: [],
    others: [{ name: 'other', running: 1 }],
  });
  await teacher.run(['down', '--yes', '--config', 'other.yaml']);
  expect(await teacher.inventory()).toEqual(empty);
});
