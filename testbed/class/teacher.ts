import { deepEqual } from 'node:assert/strict';
import { once } from 'node:events';

import {
  DescribeInternetGatewaysCommand,
  DescribeKeyPairsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeInstances,
  type Instance,
} from '@aws-sdk/client-ec2';

import { useAws, type Aws } from '../aws/aws';
import { TestClass, upNow, vmsOf, type ClassVm } from './class';
import type { Finished } from '../programs/process';
import { haltingAt, signalAt } from '../programs/halt';

const region = 'ap-northeast-2';

/** A problem in the JSON of a class command. */
export interface ToldProblem {
  readonly code: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, string>>;
  readonly commands?: readonly string[];
}

/** A class with access to its cloud, and with commands that can be killed. */
export class Teacher extends TestClass {
  readonly ec2: EC2Client;

  private constructor(aws: Aws) {
    super(aws);
    const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
    this.ec2 = new EC2Client({ endpoint: aws.endpoint, region, credentials });
  }

  /** Makes a class on the worker's local AWS API. */
  static async with(): Promise<Teacher> {
    return new Teacher(await useAws());
  }

  /** Another teacher on the same account, with a folder and a computer of their own. */
  colleague(): Teacher {
    return new Teacher(this.aws);
  }

  /** The file of Terraform's state. */
  get state(): string {
    return this.kept('terraform.tfstate');
  }

  /** Starts a class command and kills it when it prints a word; it cannot clean up. */
  async killAt(word: RegExp, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const child = this.spawn(words, { env: { ...env, ...haltingAt(word) } });
    const gone = once(child, 'exit');
    await signalAt(word, child, 'SIGKILL');
    await gone;
  }

  /** The VMs in the JSON of a class command, whatever its exit code. */
  async vmsAnyhow(words: readonly string[], env?: NodeJS.ProcessEnv): Promise<ClassVm[]> {
    return vmsOf(await this.run(words, env));
  }

  /** Makes the class; returns the instance of each student. */
  async up(env?: NodeJS.ProcessEnv): Promise<Map<string, string | undefined>> {
    const vms = await this.vms(upNow, env);
    return new Map(vms.map(({ id, instance }) => [id, instance]));
  }

  /** The problems that stop the class. `plan` and `up` have to name the same, and both have to fail. */
  async stopped(env: NodeJS.ProcessEnv = {}): Promise<ToldProblem[]> {
    const plan = await this.run(['plan', '-o', 'json'], env);
    const up = await this.run(upNow, env);
    deepEqual([plan.code, up.code], [1, 3]);
    const [planned, refused] = [problemsIn(plan), problemsIn(up)].map((problems) =>
      problems.filter(({ kind }) => kind !== 'note'),
    );
    deepEqual(refused, planned);
    return planned ?? [];
  }

  /** The ids of everything in the class's region, whoever made it. */
  async inventory(): Promise<string[]> {
    const { ec2 } = this;
    const [vpcs, subnets, groups, gateways, tables, keys, instances] = await Promise.all([
      ec2.send(new DescribeVpcsCommand({})),
      ec2.send(new DescribeSubnetsCommand({})),
      ec2.send(new DescribeSecurityGroupsCommand({})),
      ec2.send(new DescribeInternetGatewaysCommand({})),
      ec2.send(new DescribeRouteTablesCommand({})),
      ec2.send(new DescribeKeyPairsCommand({})),
      this.instances(),
    ]);
    return [
      ...(vpcs.Vpcs ?? []).map(({ VpcId }) => VpcId),
      ...(subnets.Subnets ?? []).map(({ SubnetId }) => SubnetId),
      ...(groups.SecurityGroups ?? []).map(({ GroupId }) => GroupId),
      ...(gateways.InternetGateways ?? []).map(({ InternetGatewayId }) => InternetGatewayId),
      ...(tables.RouteTables ?? []).map(({ RouteTableId }) => RouteTableId),
      ...(keys.KeyPairs ?? []).map(({ KeyName }) => KeyName),
      ...instances.map(({ InstanceId }) => InstanceId),
    ]
      .map(String)
      .sort();
  }

  /** The instances in the class's region, without terminated ones. */
  async instances(): Promise<Instance[]> {
    const found: Instance[] = [];
    for await (const { Reservations = [] } of paginateDescribeInstances({ client: this.ec2 }, {}))
      found.push(...Reservations.flatMap(({ Instances = [] }) => Instances));
    return found.filter(({ State }) => State?.Name !== 'terminated');
  }
}

/** The problems in the JSON of a class command. */
export function problemsIn({ stdout }: Finished): ToldProblem[] {
  return (JSON.parse(stdout) as { problems: ToldProblem[] }).problems;
}
