import type { Filter } from '@aws-sdk/client-ec2';

import { asked, ec2 } from './client';

/** One thing of a fleet that the cloud has. */
export interface CloudResource {
  readonly kind: ThingKind;
  readonly id: string;
  readonly region: string;
  readonly student?: string;
  readonly state?: string;
  readonly address?: string;
  readonly launchedAt?: string;
  readonly type?: string;
  readonly spot?: boolean;
}

/** In the order in which they can be removed. */
export const thingKinds = [
  'instance',
  'volume',
  'address',
  'key',
  'interface',
  'group',
  'route',
  'association',
  'routes',
  'gateway',
  'subnet',
  'vpc',
] as const;
export type ThingKind = (typeof thingKinds)[number];

interface Tagged {
  readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
}

/** The names of a fleet's tags. */
export interface FleetTags {
  readonly fleet: string;
  readonly student: string;
}

function filtersOf(fleet: string, tags: FleetTags): Filter[] {
  return [{ Name: `tag:${tags.fleet}`, Values: [fleet] }];
}

function studentOf({ Tags = [] }: Tagged, tags: FleetTags): Pick<CloudResource, 'student'> {
  const student = Tags.find(({ Key }) => Key === tags.student)?.Value;
  return student === undefined ? {} : { student };
}

/** The instances of a fleet that a region has, found by tag. A region lists terminated ones for an hour; they are left out unless they are asked for. */
export async function findInstances(
  region: string,
  fleet: string,
  tags: FleetTags,
  { terminated = false } = {},
): Promise<CloudResource[]> {
  const { paginateDescribeInstances } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const pages = () => paginateDescribeInstances({ client }, { Filters: filtersOf(fleet, tags) });
  return asked(() =>
    all(pages(), ({ Reservations = [] }) =>
      Reservations.flatMap(({ Instances = [] }) => Instances)
        .filter(({ State }) => terminated || State?.Name !== 'terminated')
        .flatMap((vm): CloudResource[] =>
          vm.InstanceId === undefined
            ? []
            : [
                {
                  kind: 'instance',
                  id: vm.InstanceId,
                  region,
                  ...studentOf(vm as Tagged, tags),
                  state: vm.State?.Name ?? '',
                  type: vm.InstanceType ?? '',
                  spot: vm.InstanceLifecycle === 'spot',
                  ...(vm.PublicIpAddress ? { address: vm.PublicIpAddress } : {}),
                  ...(vm.LaunchTime ? { launchedAt: vm.LaunchTime.toISOString() } : {}),
                },
              ],
        ),
    ),
  );
}

/** Everything of a fleet that a region has, found by tag, without terminated instances. */
export async function findFleet(
  region: string,
  fleet: string,
  tags: FleetTags,
): Promise<CloudResource[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Filters = filtersOf(fleet, tags);
  const thing = (kind: ThingKind, id: string | undefined, more: Partial<CloudResource> = {}) =>
    id === undefined ? [] : [{ kind, id, region, ...more }];

  const found = await asked(() =>
    Promise.all([
      findInstances(region, fleet, tags),
      all(sdk.paginateDescribeVolumes({ client }, { Filters }), ({ Volumes = [] }) =>
        Volumes.flatMap(({ VolumeId, State }) => thing('volume', VolumeId, { state: State ?? '' })),
      ),
      client
        .send(new sdk.DescribeAddressesCommand({ Filters }))
        .then(({ Addresses = [] }) =>
          Addresses.flatMap(({ AllocationId }) => thing('address', AllocationId)),
        ),
      client
        .send(new sdk.DescribeKeyPairsCommand({ Filters }))
        .then(({ KeyPairs = [] }) =>
          KeyPairs.flatMap((key) => thing('key', key.KeyName, studentOf(key as Tagged, tags))),
        ),
      all(
        sdk.paginateDescribeNetworkInterfaces({ client }, { Filters }),
        ({ NetworkInterfaces = [] }) =>
          NetworkInterfaces.filter(({ Attachment }) => !Attachment).flatMap(
            ({ NetworkInterfaceId }) => thing('interface', NetworkInterfaceId),
          ),
      ),
      all(sdk.paginateDescribeSecurityGroups({ client }, { Filters }), ({ SecurityGroups = [] }) =>
        SecurityGroups.flatMap(({ GroupId }) => thing('group', GroupId)),
      ),
      all(sdk.paginateDescribeRouteTables({ client }, { Filters }), ({ RouteTables = [] }) =>
        RouteTables.flatMap(({ RouteTableId, Associations = [], Routes = [] }) => [
          ...Routes.filter(({ GatewayId = '' }) => GatewayId.startsWith('igw-')).flatMap(
            ({ DestinationCidrBlock = '' }) =>
              thing('route', `${RouteTableId ?? ''}_${DestinationCidrBlock}`),
          ),
          ...Associations.flatMap(({ RouteTableAssociationId, SubnetId }) =>
            thing('association', RouteTableAssociationId, {
              address: `${SubnetId ?? ''}/${RouteTableId ?? ''}`,
            }),
          ),
          ...thing('routes', RouteTableId),
        ]),
      ),
      all(
        sdk.paginateDescribeInternetGateways({ client }, { Filters }),
        ({ InternetGateways = [] }) =>
          InternetGateways.flatMap(({ InternetGatewayId, Attachments = [] }) =>
            thing('gateway', InternetGatewayId, { address: Attachments[0]?.VpcId ?? '' }),
          ),
      ),
      all(sdk.paginateDescribeSubnets({ client }, { Filters }), ({ Subnets = [] }) =>
        Subnets.flatMap(({ SubnetId }) => thing('subnet', SubnetId)),
      ),
      all(sdk.paginateDescribeVpcs({ client }, { Filters }), ({ Vpcs = [] }) =>
        Vpcs.flatMap(({ VpcId }) => thing('vpc', VpcId)),
      ),
    ]),
  );
  const place = ({ kind }: CloudResource) => thingKinds.indexOf(kind);
  return found.flat().sort((a, b) => place(a) - place(b));
}

/** Whether a region has anything of a fleet. This takes one request; looking for each kind takes many. */
export async function hasFleet(region: string, fleet: string, tags: FleetTags): Promise<boolean> {
  const { DescribeTagsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Filters: Filter[] = [
    { Name: 'key', Values: [tags.fleet] },
    { Name: 'value', Values: [fleet] },
  ];
  const { Tags = [] } = await asked(() => client.send(new DescribeTagsCommand({ Filters })));
  return Tags.length > 0;
}

async function all<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => CloudResource[],
): Promise<CloudResource[]> {
  const found: CloudResource[] = [];
  for await (const page of pages) found.push(...read(page));
  return found;
}
