// @circle all @needs aws
import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';

import { problemsIn, Teacher } from '../../../../testbed/class/teacher';

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

/** The problems that stop the class, with their values. */
const stopped = async () =>
  (await teacher.stopped()).map(({ code, values }) => [code, values] as const);

it('says what would be made and what it costs, and makes nothing', async () => {
  teacher.configure(['kim', 'lee', 'park']);
  const { code, stdout } = await teacher.run(['plan']);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toContain('VMs to make (3)');
  expect(stdout).toMatch(/estimate/);
  expect(stdout).toContain('Nothing else stands in the way');
  expect(await teacher.vmsAnyhow(['status', '--no-ssh', '-o', 'json'])).toEqual(
    ['kim', 'lee', 'park'].map((id) => expect.objectContaining({ id, state: 'none' })),
  );
});

it('notes that the vCPU quota is unknown, and how many vCPUs are needed', async () => {
  teacher.configure(30);
  expect(problemsIn(await teacher.run(['plan', '-o', 'json']))).toEqual([
    expect.objectContaining({
      code: 'aws-quota-unknown',
      kind: 'note',
      values: expect.objectContaining({ needed: '60' }),
    }),
  ]);
});

it('reports a type that the region does not offer', async () => {
  teacher.configure(['kim'], ['instanceType: zz9.medium']);
  expect(await stopped()).toEqual([
    ['aws-type-not-offered', { type: 'zz9.medium', place: 'ap-northeast-2', zones: '' }],
  ]);
});

it('reports more rules than a security group may have', async () => {
  const list = Array.from({ length: 21 }, (_, index) => 8080 + index).join(', ');
  teacher.configure(['kim'], [`ports: [${list}]`]);
  expect((await teacher.run(['plan'])).code).toBe(0);
  const allow = { DKKB_ALLOW: '203.0.113.0/28,203.0.113.32/28,203.0.113.64/28' };
  const { code, stdout } = await teacher.run(['plan'], allow);
  expect(code).toBe(1);
  expect(stdout).toMatch(/SSH and port ranges \(22\) × addresses \(3\) = 66, where 60 are allowed/);
});

it('reports a subnet that does not exist', async () => {
  teacher.configure(['kim'], ['subnet: subnet-00000000000000001']);
  expect(await stopped()).toEqual([
    ['aws-subnet-missing', { subnet: 'subnet-00000000000000001', region: 'ap-northeast-2' }],
  ]);
});

it('reports a subnet without enough addresses', async () => {
  const { Vpcs = [] } = await teacher.ec2.send(new DescribeVpcsCommand({}));
  const VpcId = Vpcs[0]?.VpcId;
  const CidrBlock = '172.31.240.0/28';
  const { Subnet } = await teacher.ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock }));
  const subnet = Subnet?.SubnetId ?? '';
  before = [...before, subnet].sort();
  teacher.configure(12, [`subnet: ${subnet}`]);
  expect(await stopped()).toEqual([['aws-subnet-full', { subnet, free: '11', needed: '12' }]]);
  await teacher.ec2.send(new DeleteSubnetCommand({ SubnetId: subnet }));
  before = before.filter((id) => id !== subnet);
});

it('reports a full quota of VPCs, how many are in use, and what to ask for', async () => {
  const outside = before;
  const made = await Promise.all(
    [1, 2, 3, 4].map(async (index) => {
      const command = new CreateVpcCommand({ CidrBlock: `10.${index}.0.0/16` });
      return (await teacher.ec2.send(command)).Vpc?.VpcId ?? '';
    }),
  );
  before = await teacher.inventory();
  teacher.configure(['kim']);
  expect(await stopped()).toEqual([
    ['aws-network-quota', expect.objectContaining({ used: '5', limit: '5', code: 'L-F678F1CE' })],
  ]);
  expect((await teacher.run(['plan'])).stdout).toContain(
    '--service-code vpc --quota-code L-F678F1CE --desired-value 6 --region ap-northeast-2',
  );
  for (const VpcId of made) await teacher.ec2.send(new DeleteVpcCommand({ VpcId }));
  before = outside;
});

it('reports that the own address cannot be found out', async () => {
  teacher.configure(['kim']);
  const unknown = { DKKB_ALLOW: 'auto', DKKB_ADDRESS_SERVICE: 'http://127.0.0.1:9' };
  const { code, stdout } = await teacher.run(['plan'], unknown);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('address-unknown') });
});
