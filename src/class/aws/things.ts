import type { EC2Client, Filter, SecurityGroup } from '@aws-sdk/client-ec2';

import { ec2 } from './client';
import { ownOf, type CloudResource, type ThingKind } from './resource';
import type { Tagged } from './tags';

type Sdk = typeof import('@aws-sdk/client-ec2');

/** How the things of a region are asked for. */
interface Look {
  readonly sdk: Sdk;
  readonly client: EC2Client;
  readonly Filters: Filter[];
  /** A found thing as a list; none where it has no id. */
  readonly thing: (
    kind: ThingKind,
    id: string | undefined,
    of: Tagged,
    more?: Partial<CloudResource>,
  ) => CloudResource[];
}

/** Everything in a region, except instances, that has a tag. */
export async function findThings(
  region: string,
  Filters: Filter[],
): Promise<readonly CloudResource[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const thing: Look['thing'] = (kind, id, of, more = {}) =>
    id === undefined ? [] : [{ kind, id, region, ...ownOf(of), ...more }];
  const look = { sdk, client, Filters, thing };
  const finders = [disks, addresses, keys, interfaces, groups, routes, gateways, subnets, vpcs];
  return (await Promise.all(finders.map((find) => find(look)))).flat();
}

const disks = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeVolumes({ client }, { Filters }), ({ Volumes = [] }) =>
    Volumes.flatMap((one) => thing('volume', one.VolumeId, one, { state: one.State ?? '' })),
  );

async function addresses({ sdk, client, Filters, thing }: Look): Promise<CloudResource[]> {
  const { Addresses = [] } = await client.send(new sdk.DescribeAddressesCommand({ Filters }));
  return Addresses.flatMap((one) => thing('address', one.AllocationId, one));
}

async function keys({ sdk, client, Filters, thing }: Look): Promise<CloudResource[]> {
  const { KeyPairs = [] } = await client.send(new sdk.DescribeKeyPairsCommand({ Filters }));
  return KeyPairs.flatMap((one) =>
    thing('key', one.KeyName, one, one.KeyPairId ? { tagId: one.KeyPairId } : {}),
  );
}

const interfaces = ({ sdk, client, Filters, thing }: Look) =>
  all(
    sdk.paginateDescribeNetworkInterfaces({ client }, { Filters }),
    ({ NetworkInterfaces = [] }) =>
      NetworkInterfaces.filter(({ Attachment }) => !Attachment).flatMap((one) =>
        thing('interface', one.NetworkInterfaceId, { Tags: one.TagSet }),
      ),
  );

const groups = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeSecurityGroups({ client }, { Filters }), ({ SecurityGroups = [] }) =>
    SecurityGroups.flatMap((one) => thing('group', one.GroupId, one, { lets: letsIn(one) })),
  );

function letsIn({ IpPermissions = [] }: SecurityGroup): string[] {
  return IpPermissions.flatMap(({ FromPort, ToPort, IpRanges = [], Ipv6Ranges = [] }) => {
    const range = FromPort === ToPort ? `${FromPort}` : `${FromPort}-${ToPort}`;
    const ports = FromPort === undefined ? 'all' : range;
    const cidrs = [...IpRanges.map((one) => one.CidrIp), ...Ipv6Ranges.map((one) => one.CidrIpv6)];
    return cidrs.map((cidr) => `${ports} ${cidr}`);
  });
}

const routes = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeRouteTables({ client }, { Filters }), ({ RouteTables = [] }) =>
    RouteTables.flatMap((table) => {
      const { RouteTableId = '', Associations = [], Routes = [] } = table;
      return [
        ...Routes.filter(({ GatewayId = '' }) => GatewayId.startsWith('igw-')).flatMap(
          ({ DestinationCidrBlock, DestinationIpv6CidrBlock = '' }) =>
            thing(
              'route',
              `${RouteTableId}_${DestinationCidrBlock ?? DestinationIpv6CidrBlock}`,
              table,
            ),
        ),
        ...Associations.flatMap(({ RouteTableAssociationId, SubnetId = '' }) =>
          thing('association', RouteTableAssociationId, table, {
            address: `${SubnetId}/${RouteTableId}`,
          }),
        ),
        ...thing('routes', table.RouteTableId, table),
      ];
    }),
  );

const gateways = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeInternetGateways({ client }, { Filters }), ({ InternetGateways = [] }) =>
    InternetGateways.flatMap((one) =>
      thing('gateway', one.InternetGatewayId, one, { address: one.Attachments?.[0]?.VpcId ?? '' }),
    ),
  );

const subnets = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeSubnets({ client }, { Filters }), ({ Subnets = [] }) =>
    Subnets.flatMap((one) => thing('subnet', one.SubnetId, one)),
  );

const vpcs = ({ sdk, client, Filters, thing }: Look) =>
  all(sdk.paginateDescribeVpcs({ client }, { Filters }), ({ Vpcs = [] }) =>
    Vpcs.flatMap((one) => thing('vpc', one.VpcId, one)),
  );

/** Reads every page of an answer. */
export async function all<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => readonly CloudResource[],
): Promise<CloudResource[]> {
  const found: CloudResource[] = [];
  for await (const page of pages) found.push(...read(page));
  return found;
}
