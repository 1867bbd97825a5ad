import { setTimeout as delay } from 'node:timers/promises';

import type { EC2Client } from '@aws-sdk/client-ec2';

import { Failure } from '../../core/failure';
import { vmProtected } from '../problems/aws';

import { asked, ec2 } from './client';
import { foreignIn, type ForeignThing } from './foreign';
import { thingKinds, type CloudResource, type ThingKind } from './resource';

type Remove = (things: readonly CloudResource[]) => Promise<void>;

/** How long instances may take to end, in seconds. */
const endTime = 600;
/** How long, in milliseconds, other things may still refer to a thing that is removed. */
const letGoTime = 120_000;

/** The kinds that others may use too: what stands in a network, and the network itself. */
const network: ReadonlySet<ThingKind> = new Set(thingKinds.slice(thingKinds.indexOf('group')));

/**
 * Removes what was found of a fleet in a region, in an order that AWS allows; `onKind` gets each kind before its
 * removal. Where others use the network, it stays as it is, and what they have there is returned.
 */
export async function removeFleet(
  region: string,
  things: readonly CloudResource[],
  onKind: (kind: ThingKind, count: number) => void = () => undefined,
): Promise<readonly ForeignThing[]> {
  const removers = await removersOf(region);
  const remove = async (isMeant: (kind: ThingKind) => boolean) => {
    for (const kind of thingKinds.filter(isMeant)) {
      const these = things.filter((thing) => thing.kind === kind);
      if (these.length === 0) continue;
      onKind(kind, these.length);
      await asked(() => removers[kind](these));
    }
  };
  await remove((kind) => !network.has(kind));
  const foreign = await foreignIn(region, things);
  if (foreign.length === 0) await remove((kind) => network.has(kind));
  return foreign;
}

async function removersOf(region: string): Promise<Readonly<Record<ThingKind, Remove>>> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const each =
    (remove: (thing: CloudResource) => Promise<unknown>): Remove =>
    async (things) => {
      await Promise.all(things.map((thing) => untilLetGo(() => remove(thing))));
    };
  return {
    instance: async (things) => {
      const ids = things.map(({ id }) => id);
      const kept = await terminate(client, ids);
      const InstanceIds = ids.filter((id) => !kept.includes(id));
      const limits = { client, maxWaitTime: endTime, minDelay: 1, maxDelay: 5 };
      if (InstanceIds.length > 0) await sdk.waitUntilInstanceTerminated(limits, { InstanceIds });
      if (kept.length > 0) throw new Failure(vmProtected({ instances: kept.join(', '), region }));
    },
    volume: each(({ id }) => client.send(new sdk.DeleteVolumeCommand({ VolumeId: id }))),
    address: each(({ id }) => client.send(new sdk.ReleaseAddressCommand({ AllocationId: id }))),
    key: each(({ id }) => client.send(new sdk.DeleteKeyPairCommand({ KeyName: id }))),
    interface: each(({ id }) =>
      client.send(new sdk.DeleteNetworkInterfaceCommand({ NetworkInterfaceId: id })),
    ),
    group: each(({ id }) => client.send(new sdk.DeleteSecurityGroupCommand({ GroupId: id }))),
    route: each(({ id }) => {
      const [RouteTableId = '', to = ''] = id.split('_');
      const whereTo = to.includes(':')
        ? { DestinationIpv6CidrBlock: to }
        : { DestinationCidrBlock: to };
      return client.send(new sdk.DeleteRouteCommand({ RouteTableId, ...whereTo }));
    }),
    association: each(({ id }) =>
      client.send(new sdk.DisassociateRouteTableCommand({ AssociationId: id })),
    ),
    routes: each(({ id }) => client.send(new sdk.DeleteRouteTableCommand({ RouteTableId: id }))),
    gateway: each(async ({ id: InternetGatewayId, address: VpcId }) => {
      if (VpcId)
        await client
          .send(new sdk.DetachInternetGatewayCommand({ InternetGatewayId, VpcId }))
          .catch(unless(/Gateway\.NotAttached/));
      await client.send(new sdk.DeleteInternetGatewayCommand({ InternetGatewayId }));
    }),
    subnet: each(({ id }) => client.send(new sdk.DeleteSubnetCommand({ SubnetId: id }))),
    vpc: each(({ id }) => client.send(new sdk.DeleteVpcCommand({ VpcId: id }))),
  };
}

/** Terminates instances; returns those that are protected. One of them would keep all others of its request. */
async function terminate(client: EC2Client, ids: readonly string[]): Promise<string[]> {
  const { TerminateInstancesCommand } = await import('@aws-sdk/client-ec2');
  const isProtected = (error: unknown) => nameOf(error) === 'OperationNotPermitted';
  const end = (InstanceIds: string[]) =>
    client.send(new TerminateInstancesCommand({ InstanceIds })).then(
      () => true,
      (error: unknown) => {
        if (isProtected(error)) return false;
        throw error;
      },
    );
  if (await end([...ids])) return [];
  const ended = await Promise.all(ids.map(async (id) => ({ id, isEnded: await end([id]) })));
  return ended.flatMap(({ id, isEnded }) => (isEnded ? [] : [id]));
}

function unless(pattern: RegExp): (error: unknown) => void {
  return (error) => {
    if (!pattern.test(nameOf(error))) throw error;
  };
}

/** Removes a thing. One that is already gone is no error; one that another thing still refers to is tried again. */
async function untilLetGo(remove: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + letGoTime; ; await delay(1_000)) {
    try {
      await remove();
      return;
    } catch (error) {
      const name = nameOf(error);
      if (/NotFound/.test(name)) return;
      if (!/DependencyViolation|InUse/.test(name) || Date.now() > end) throw error;
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
