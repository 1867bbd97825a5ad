import {
  DescribeKeyPairsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';

/** An instance of the account that is not terminated, with what nobody may change unasked. */
export interface AccountVm {
  readonly id: string;
  readonly region: string;
  readonly fleet: string;
  readonly student: string;
  readonly owner: string;
  /** Its type, its start and its address, as one text. */
  readonly facts: string;
}

/** What an account holds, as AWS itself tells it. */
export class Account {
  private readonly clients: ReadonlyMap<string, EC2Client>;

  constructor(endpoint: string, regions: readonly string[]) {
    const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
    this.clients = new Map(
      regions.map((region) => [region, new EC2Client({ endpoint, region, credentials })]),
    );
  }

  in(region: string): EC2Client {
    const client = this.clients.get(region);
    if (!client) throw new Error(`no client for ${region}`);
    return client;
  }

  /** All instances of all regions, by their ids. */
  async vms(): Promise<Map<string, AccountVm>> {
    const found = new Map<string, AccountVm>();
    for (const [region, client] of this.clients)
      for await (const { Reservations = [] } of paginateDescribeInstances({ client }, {}))
        for (const vm of Reservations.flatMap(({ Instances = [] }) => Instances)) {
          if (['terminated', 'shutting-down'].includes(vm.State?.Name ?? '')) continue;
          const tag = (name: string) => vm.Tags?.find(({ Key }) => Key === name)?.Value ?? '';
          const id = vm.InstanceId ?? '';
          found.set(id, {
            id,
            region,
            fleet: tag('dkkb:class'),
            student: tag('dkkb:student'),
            owner: tag('dkkb:owner'),
            facts: [vm.InstanceType, vm.LaunchTime?.toISOString(), vm.PublicIpAddress].join(' '),
          });
        }
    return found;
  }

  /** The things of a fleet besides instances. The API still lists the tags of things that are gone, so each kind is asked for. */
  async rest(fleet: string): Promise<string[]> {
    const Filters = [{ Name: 'tag:dkkb:class', Values: [fleet] }];
    const found: (string | undefined)[] = [];
    for (const client of this.clients.values()) {
      const [vpcs, subnets, groups, keys, disks] = await Promise.all([
        client.send(new DescribeVpcsCommand({ Filters })),
        client.send(new DescribeSubnetsCommand({ Filters })),
        client.send(new DescribeSecurityGroupsCommand({ Filters })),
        client.send(new DescribeKeyPairsCommand({ Filters })),
        client.send(new DescribeVolumesCommand({ Filters })),
      ]);
      found.push(
        ...(vpcs.Vpcs ?? []).map(({ VpcId }) => VpcId),
        ...(subnets.Subnets ?? []).map(({ SubnetId }) => SubnetId),
        ...(groups.SecurityGroups ?? []).map(({ GroupId }) => GroupId),
        ...(keys.KeyPairs ?? []).map(({ KeyName }) => KeyName),
        ...(disks.Volumes ?? []).map(({ VolumeId }) => VolumeId),
      );
    }
    return found.map(String);
  }
}
