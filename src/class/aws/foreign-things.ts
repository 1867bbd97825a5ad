import type { EC2Client, NetworkInterface } from '@aws-sdk/client-ec2';

import { asked } from './client';
import type { ForeignThing } from './foreign';
import { isAlive } from './resource';
import { factsOf, type Tagged } from './tags';

/** How the networks of a class are looked at. */
export interface ForeignLook {
  readonly sdk: typeof import('@aws-sdk/client-ec2');
  readonly client: EC2Client;
  readonly vpcs: string[];
  readonly groups: string[];
  readonly thing: (
    kind: ForeignThing['kind'],
    id: string | undefined,
    of: {
      readonly owner?: string | undefined;
      readonly about?: string | undefined;
      readonly holds?: string | undefined;
    },
  ) => ForeignThing;
}

const inVpc = (vpcs: string[]) => [{ Name: 'vpc-id', Values: vpcs }];
const isForeign = (one: Tagged) => factsOf(one).fleet === undefined;

/** The endpoints of services. */
export async function endpointsIn({ sdk, client, vpcs, thing }: ForeignLook) {
  if (vpcs.length === 0) return [];
  const question = new sdk.DescribeVpcEndpointsCommand({ Filters: inVpc(vpcs) });
  const { VpcEndpoints = [] } = await asked(() => client.send(question));
  return VpcEndpoints.filter((one) => !/^delet/i.test(one.State ?? '')).map((one) =>
    thing('endpoint', one.VpcEndpointId, {
      owner: one.RequesterManaged ? 'AWS' : one.OwnerId,
      about: one.ServiceName,
      holds: one.VpcId,
    }),
  );
}

/** The interfaces in the networks, and those elsewhere that use a group of the class. */
export async function interfacesIn(look: ForeignLook): Promise<ForeignThing[]> {
  const { sdk, client, vpcs, groups, thing } = look;
  const filters = [
    ...(vpcs.length > 0 ? [inVpc(vpcs)] : []),
    ...(groups.length > 0 ? [[{ Name: 'group-id', Values: groups }]] : []),
  ];
  const found = new Map<string, NetworkInterface>();
  for (const Filters of filters)
    await asked(async () => {
      const pages = sdk.paginateDescribeNetworkInterfaces({ client }, { Filters });
      for await (const { NetworkInterfaces = [] } of pages)
        for (const one of NetworkInterfaces) found.set(one.NetworkInterfaceId ?? '', one);
    });
  const others = [...found.values()].filter(({ TagSet }) => isForeign({ Tags: TagSet }));
  const isUsed = await usedBy(look, others);
  return others.filter(isUsed).map((one) =>
    thing('interface', one.NetworkInterfaceId, {
      owner: one.Attachment?.InstanceId ?? one.RequesterId ?? one.OwnerId,
      about: one.Description,
      holds: one.VpcId,
    }),
  );
}

/** Whether an interface belongs to nobody's instance, or to one of others that is not terminated: that of a terminated instance goes by itself. */
async function usedBy(
  { sdk, client }: ForeignLook,
  interfaces: readonly NetworkInterface[],
): Promise<(one: NetworkInterface) => boolean> {
  const Values = interfaces.flatMap(({ Attachment }) => Attachment?.InstanceId ?? []);
  const alive = new Set<string>();
  if (Values.length > 0)
    await asked(async () => {
      const Filters = [{ Name: 'instance-id', Values: [...new Set(Values)] }];
      for await (const page of sdk.paginateDescribeInstances({ client }, { Filters }))
        for (const { Instances = [] } of page.Reservations ?? [])
          for (const vm of Instances)
            if (isAlive(vm.State?.Name ?? '') && isForeign(vm)) alive.add(vm.InstanceId ?? '');
    });
  return ({ Attachment }) =>
    Attachment?.InstanceId === undefined || alive.has(Attachment.InstanceId);
}

/** The security groups of others. */
export async function groupsIn({ sdk, client, vpcs, thing }: ForeignLook) {
  if (vpcs.length === 0) return [];
  const question = new sdk.DescribeSecurityGroupsCommand({ Filters: inVpc(vpcs) });
  const { SecurityGroups = [] } = await asked(() => client.send(question));
  return SecurityGroups.filter((one) => one.GroupName !== 'default' && isForeign(one)).map((one) =>
    thing('group', one.GroupId, { owner: one.OwnerId, about: one.GroupName, holds: one.VpcId }),
  );
}

/** The route tables of others; the main one goes with its network. */
export async function routeTablesIn({ sdk, client, vpcs, thing }: ForeignLook) {
  if (vpcs.length === 0) return [];
  const question = new sdk.DescribeRouteTablesCommand({ Filters: inVpc(vpcs) });
  const { RouteTables = [] } = await asked(() => client.send(question));
  return RouteTables.filter(
    (one) => isForeign(one) && !one.Associations?.some(({ Main }) => Main),
  ).map((one) => thing('routes', one.RouteTableId, { owner: one.OwnerId, holds: one.VpcId }));
}

/** The network ACLs of others; the default one goes with its network. */
export async function networkAclsIn({ sdk, client, vpcs, thing }: ForeignLook) {
  if (vpcs.length === 0) return [];
  const question = new sdk.DescribeNetworkAclsCommand({ Filters: inVpc(vpcs) });
  const { NetworkAcls = [] } = await asked(() => client.send(question));
  return NetworkAcls.filter((one) => !one.IsDefault && isForeign(one)).map((one) =>
    thing('acl', one.NetworkAclId, { owner: one.OwnerId, holds: one.VpcId }),
  );
}

/** The groups of others with a rule that names a group of the class. */
export async function referencesTo({ sdk, client, groups, thing }: ForeignLook) {
  const found = new Map<string, ForeignThing>();
  for (const direction of groups.length > 0 ? ['ip-permission', 'egress.ip-permission'] : []) {
    const Filters = [{ Name: `${direction}.group-id`, Values: groups }];
    const question = new sdk.DescribeSecurityGroupsCommand({ Filters });
    const { SecurityGroups = [] } = await asked(() => client.send(question));
    for (const one of SecurityGroups) {
      const { GroupId: id = '', IpPermissions = [], IpPermissionsEgress = [] } = one;
      const pairs = [...IpPermissions, ...IpPermissionsEgress].flatMap(
        ({ UserIdGroupPairs = [] }) => UserIdGroupPairs,
      );
      const holds = pairs.find(({ GroupId = '' }) => groups.includes(GroupId))?.GroupId;
      const of = { owner: one.OwnerId, about: one.GroupName, holds };
      if (holds !== undefined && !groups.includes(id)) found.set(id, thing('rule', id, of));
    }
  }
  return [...found.values()];
}
