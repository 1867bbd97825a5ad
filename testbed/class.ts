import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

import { startAws, type Aws, type AwsOptions } from './aws';
import { Output } from './output';
import { run, type Finished } from './process';

const program = join(__dirname, '..', 'build', 'dkkb.mjs');
const region = 'ap-northeast-2';

/** A student's VM, as the class commands tell of it. */
export interface Vm {
  readonly id: string;
  readonly state?: string;
  readonly instance?: string;
  readonly address?: string;
}

/** A class command that is running. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: Output;
  readonly ended: Promise<void>;
}

type Env = Readonly<Record<string, string>>;

/** `class up` that does not wait for machines, which a local AWS API has not. */
export const upNow = ['up', '--no-wait', '-o', 'json'];

/** A teacher: a folder with a configuration, data of their own, and a local AWS API as their cloud. */
export class Teacher {
  private constructor(
    readonly aws: Aws,
    readonly folder: string,
    readonly ec2: EC2Client,
  ) {}

  static async start(options: AwsOptions = {}): Promise<Teacher> {
    const aws = await startAws(options);
    const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
    const ec2 = new EC2Client({ endpoint: aws.endpoint, region, credentials });
    return new Teacher(aws, mkdtempSync(join(tmpdir(), 'dkkb-class-')), ec2);
  }

  async stop(): Promise<void> {
    await this.aws.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** The file of Terraform's state. */
  get state(): string {
    return join(this.folder, 'data', 'classes', 'docker', 'terraform.tfstate');
  }

  /** Writes the configuration of a class. */
  configure(students: readonly string[] | number, more: readonly string[] = []): void {
    const roster = Array.isArray(students) ? `[${students.join(', ')}]` : String(students);
    const lines = ['class: docker', `students: ${roster}`, 'allow: [127.0.0.1/32]', ...more];
    writeFileSync(join(this.folder, 'dkkb.config.yaml'), lines.join('\n'));
  }

  /** Starts a class command; `ended` when the program itself is gone. */
  begin(words: readonly string[], more: Env = {}): Running {
    const child = spawn(process.execPath, [program, 'class', ...words], {
      ...this.place(more),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit').then(() => undefined);
    return { child, output: new Output(child), ended };
  }

  /** What a program of the teacher's finds in its environment. */
  get env(): Env {
    return { ...this.aws.env, DKKB_DATA: join(this.folder, 'data'), DKKB_LANG: 'en' };
  }

  /** Runs a class command to its end. */
  run(words: readonly string[], more: Env = {}): Promise<Finished> {
    return run(process.execPath, [program, 'class', ...words], this.place(more));
  }

  private place(more: Env) {
    return { cwd: this.folder, env: { ...process.env, ...this.env, ...more } };
  }

  /** The VMs that a class command tells of, whatever its exit code. */
  async vmsAnyhow(words: readonly string[], more?: Env): Promise<Vm[]> {
    return vmsOf(await this.run(words, more));
  }

  /** Runs a class command that has to succeed, and gives back the VMs that it tells of. */
  async vms(words: readonly string[], more?: Env): Promise<Vm[]> {
    const done = await this.run(words, more);
    if (done.code !== 0) throw new Error(`class ${words.join(' ')}: ${JSON.stringify(done)}`);
    return vmsOf(done);
  }

  /** Makes the class; gives back the instance of each student. */
  async up(more?: Env): Promise<Map<string, string | undefined>> {
    const vms = await this.vms(upNow, more);
    return new Map(vms.map(({ id, instance }) => [id, instance]));
  }

  /** Everything that the cloud has in the class's region, by its id, whoever made it. */
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

  /** The instances that the cloud has in the class's region, terminated ones left out. */
  async instances(): Promise<Instance[]> {
    const found: Instance[] = [];
    for await (const { Reservations = [] } of paginateDescribeInstances({ client: this.ec2 }, {}))
      found.push(...Reservations.flatMap(({ Instances = [] }) => Instances));
    return found.filter(({ State }) => State?.Name !== 'terminated');
  }
}

/** The VMs that a class command told of. */
export function vmsOf({ stdout }: Finished): Vm[] {
  return (JSON.parse(stdout) as { vms: Vm[] }).vms;
}
