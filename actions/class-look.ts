import type { Problem } from '../checks/check';
import * as ahead from '../checks/problems/aws-ahead';
import { problemOf } from '../checks/problems/machine';
import { awsTags } from '../classes/fleet';
import { ubuntuImage } from '../classes/practice-vm';
import {
  countNetworks,
  newestImage,
  runningInstances,
  subnetFacts,
  vcpusOf,
  zonesOffering,
} from '../runtime/aws-facts';
import type { CloudThing } from '../runtime/aws-fleet';
import { missingPermissions } from '../runtime/aws-permissions';
import { quotaOf } from '../runtime/aws-quota';
import { Failure } from '../runtime/failure';
import { isStandard, judgeOneMore, judgeRules, judgeVcpus, quotas } from './class-limits';
import { addressesOf, type ClassSession } from './class-session';

/** What the cloud has of a class, and what is to be made. */
export interface Ahead {
  readonly account: string;
  readonly found: readonly CloudThing[];
  /** How many VMs are to be made. */
  readonly count: number;
}

/** Looks at everything that could stop a class from being made; makes nothing. A problem of the kind `note` stops nothing. */
export async function lookAhead(session: ClassSession, work: Ahead): Promise<Problem[]> {
  const { config } = session;
  const { region, instanceType } = config;
  const subnet = config.subnet ?? work.found.find(({ kind }) => kind === 'subnet')?.id;
  const [zones, image] = await Promise.all([
    zonesOffering(region, instanceType),
    newestImage(region, ubuntuImage(config)),
  ]);
  const found = await Promise.all([
    permissions(session, work, { image, subnet }),
    work.count === 0 ? [] : places(session, work.count, zones, subnet),
    work.count === 0 || image ? [] : noImage(session),
    work.count === 0 || zones.length === 0 ? [] : processors(session, work.count),
    networks(session, work.found),
    rules(session),
  ]);
  return found.flat();
}

/** Whether a problem stops the class from being made. */
export function stops({ kind }: Problem): boolean {
  return kind !== 'note';
}

async function permissions(
  { config, fleet }: ClassSession,
  { account }: Ahead,
  known: { readonly image: string | undefined; readonly subnet: string | undefined },
): Promise<Problem[]> {
  const { region, instanceType: type, spot } = config;
  const tag = { Key: awsTags.fleet, Value: fleet };
  const actions = await missingPermissions(region, { type, spot, tag, ...known });
  return actions.length === 0
    ? []
    : [ahead.permissionMissing({ actions: actions.join(', '), account })];
}

/** Where the VMs are to stand: the type is offered there, and there are addresses left. */
async function places(
  { config }: ClassSession,
  count: number,
  zones: readonly string[],
  subnet: string | undefined,
): Promise<Problem[]> {
  const { region, instanceType: type } = config;
  const offered = (place: string) => ahead.typeNotOffered({ type, place, zones: zones.join(', ') });
  if (zones.length === 0) return [offered(region)];
  if (subnet === undefined) return [];
  const facts = await subnetFacts(region, subnet);
  if (!facts) return [ahead.subnetMissing({ subnet, region })];
  const { zone, freeAddresses } = facts;
  const full = { subnet, free: String(freeAddresses), needed: String(count) };
  return [
    ...(zones.includes(zone) ? [] : [offered(zone)]),
    ...(freeAddresses >= count ? [] : [ahead.subnetFull(full)]),
  ];
}

function noImage({ config }: ClassSession): Problem[] {
  return [ahead.imageNotFound({ image: ubuntuImage(config).name, region: config.region })];
}

async function processors({ config }: ClassSession, count: number): Promise<Problem[]> {
  const { region, instanceType, spot } = config;
  const name = spot ? quotas.spot : quotas.onDemand;
  const [quota, running] = await Promise.all([
    isStandard(instanceType) ? quotaOf(region, name) : { ...name, said: instanceType },
    runningInstances(region),
  ]);
  const vcpus = await vcpusOf(region, [instanceType, ...running.map(({ type }) => type)]);
  return judgeVcpus(config, count, { quota, running, vcpus });
}

async function networks(
  { config }: ClassSession,
  found: readonly CloudThing[],
): Promise<Problem[]> {
  const { region, subnet } = config;
  const has = (kind: CloudThing['kind']) => found.some((thing) => thing.kind === kind);
  if (subnet !== undefined || (has('vpc') && has('gateway'))) return [];
  const [{ vpcs, gateways }, vpcQuota, gatewayQuota] = await Promise.all([
    countNetworks(region),
    quotaOf(region, quotas.vpcs),
    quotaOf(region, quotas.gateways),
  ]);
  return [
    ...(has('vpc') ? [] : judgeOneMore(vpcQuota, vpcs, region)),
    ...(has('gateway') ? [] : judgeOneMore(gatewayQuota, gateways, region)),
  ];
}

async function rules({ config }: ClassSession): Promise<Problem[]> {
  const [quota, allow] = await Promise.all([
    quotaOf(config.region, quotas.rules),
    addressesOf(config).catch((error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    }),
  ]);
  return allow instanceof Failure ? [problemOf(allow)] : judgeRules(quota, config, allow);
}
