import type { Filter, Instance } from '@aws-sdk/client-ec2';

import { awsTags } from '../config/fleet';
import { asked, ec2 } from './client';
import { ownOf, type CloudResource } from './resource';
import { endOf, factsOf } from './tags';
import { all } from './things';

/** The filter for what has the tag of a fleet, or of any. */
export function filtersOf(fleet: string | undefined): Filter[] {
  return fleet === undefined
    ? [{ Name: 'tag-key', Values: [awsTags.fleet] }]
    : [{ Name: `tag:${awsTags.fleet}`, Values: [fleet] }];
}

/** The instances of a fleet that a region has, found by tag, or those of all fleets. A region lists terminated ones for an hour; they are left out unless they are asked for. */
export async function findInstances(
  region: string,
  fleet: string | undefined,
  { terminated = false } = {},
): Promise<CloudResource[]> {
  const { paginateDescribeInstances } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const pages = () => paginateDescribeInstances({ client }, { Filters: filtersOf(fleet) });
  return asked(() =>
    all(pages(), ({ Reservations = [] }) =>
      Reservations.flatMap(({ Instances = [] }) => Instances)
        .filter(({ State }) => terminated || State?.Name !== 'terminated')
        .flatMap((vm) => instanceOf(vm, region)),
    ),
  );
}

function instanceOf(vm: Instance, region: string): CloudResource[] {
  if (vm.InstanceId === undefined) return [];
  const facts = factsOf(vm);
  const { hours, disk, ubuntu, keys } = facts;
  const launchedAt = vm.LaunchTime?.toISOString();
  const endsAt = endOf(facts, launchedAt);
  return [
    {
      kind: 'instance',
      id: vm.InstanceId,
      region,
      ...ownOf(vm),
      state: vm.State?.Name ?? '',
      type: vm.InstanceType ?? '',
      spot: vm.InstanceLifecycle === 'spot',
      ...(vm.PublicIpAddress ? { address: vm.PublicIpAddress } : {}),
      ...(vm.SubnetId ? { subnet: vm.SubnetId } : {}),
      ...(launchedAt ? { launchedAt } : {}),
      ...(endsAt ? { endsAt } : {}),
      ...(hours ? { hours } : {}),
      ...(disk ? { disk } : {}),
      ...(ubuntu ? { ubuntu } : {}),
      ...(keys ? { keys } : {}),
    },
  ];
}
