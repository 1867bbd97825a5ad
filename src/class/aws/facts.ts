import type { _InstanceType as InstanceTypeName } from '@aws-sdk/client-ec2';

import { asked, ec2 } from './client';

/** The zones of a region that offer an instance type. */
export async function zonesOffering(region: string, type: string): Promise<string[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const question = new sdk.DescribeInstanceTypeOfferingsCommand({
    LocationType: 'availability-zone',
    Filters: [{ Name: 'instance-type', Values: [type] }],
  });
  const { InstanceTypeOfferings = [] } = await asked(() => client.send(question));
  return InstanceTypeOfferings.flatMap(({ Location }) => Location ?? []).sort();
}

/** How many vCPUs each of these types has. */
export async function vcpusOf(
  region: string,
  types: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const InstanceTypes = [...new Set(types)] as InstanceTypeName[];
  const found = new Map<string, number>();
  if (InstanceTypes.length === 0) return found;
  await asked(async () => {
    for await (const page of sdk.paginateDescribeInstanceTypes({ client }, { InstanceTypes }))
      for (const { InstanceType = '', VCpuInfo } of page.InstanceTypes ?? [])
        found.set(InstanceType, VCpuInfo?.DefaultVCpus ?? 0);
  });
  return found;
}

/** An instance of the account that counts towards its vCPU quota. */
export interface RunningInstance {
  readonly type: string;
  readonly spot: boolean;
}

/** All instances of the account in a region that run or are about to, whoever made them. */
export async function runningInstances(region: string): Promise<RunningInstance[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Filters = [{ Name: 'instance-state-name', Values: ['pending', 'running'] }];
  const found: RunningInstance[] = [];
  await asked(async () => {
    for await (const page of sdk.paginateDescribeInstances({ client }, { Filters }))
      for (const { Instances = [] } of page.Reservations ?? [])
        for (const { InstanceType: type = '', InstanceLifecycle } of Instances)
          found.push({ type, spot: InstanceLifecycle === 'spot' });
  });
  return found;
}

/** How many networks the account has in a region, and how many ways from them to the internet. */
export async function countNetworks(
  region: string,
): Promise<{ readonly vpcs: number; readonly gateways: number }> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const counts = { vpcs: 0, gateways: 0 };
  await asked(async () => {
    for await (const { Vpcs = [] } of sdk.paginateDescribeVpcs({ client }, {}))
      counts.vpcs += Vpcs.length;
    for await (const page of sdk.paginateDescribeInternetGateways({ client }, {}))
      counts.gateways += page.InternetGateways?.length ?? 0;
  });
  return counts;
}

/** A subnet in which the VMs are to be made. */
export interface SubnetFacts {
  readonly zone: string;
  readonly freeAddresses: number;
}

/** The facts on a subnet; undefined where the region has none of that id. */
export async function subnetFacts(region: string, id: string): Promise<SubnetFacts | undefined> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  // With a filter, an id that does not exist is no error.
  const Filters = [{ Name: 'subnet-id', Values: [id] }];
  const { Subnets = [] } = await asked(() =>
    client.send(new sdk.DescribeSubnetsCommand({ Filters })),
  );
  const [found] = Subnets;
  return (
    found && {
      zone: found.AvailabilityZone ?? '',
      freeAddresses: found.AvailableIpAddressCount ?? 0,
    }
  );
}

/** The newest machine image of a publisher under a name, by its id; undefined where a region has none. */
export async function newestImage(
  region: string,
  image: { readonly owner: string; readonly name: string; readonly architecture: string },
): Promise<string | undefined> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Filters = [
    { Name: 'name', Values: [image.name] },
    { Name: 'architecture', Values: [image.architecture] },
  ];
  const { Images = [] } = await asked(() =>
    client.send(new sdk.DescribeImagesCommand({ Owners: [image.owner], Filters })),
  );
  const byAge = Images.sort((a, b) => ((a.CreationDate ?? '') < (b.CreationDate ?? '') ? 1 : -1));
  return byAge[0]?.ImageId;
}
