import type { Problem } from '../core/problem';
import * as limits from './problems/aws-limits';
import { awsTags } from './config/fleet';
import { ubuntuImage } from './config/practice-vm';
import { countNetworks, newestImage, runningInstances, vcpusOf, zonesOffering } from './aws/facts';
import type { CloudResource } from './aws/resource';
import { missingPermissions } from './aws/permissions';
import { quotaOf } from './aws/quota';
import { Failure } from '../core/failure';
import { isStandard, judgeOneMore, judgeRules, judgeVcpus, quotas } from './limits';
import { instanceType, keyNames, noImage, places } from './needs';
import { missingPrograms } from './terraform/programs';
import { addressesOf, cloudOf, type ClassSession } from './session';

/** What the cloud has of a class, and what is to be made. */
export interface PlannedWork {
  readonly account: string;
  readonly found: readonly CloudResource[];
  /** How many VMs are to be made. */
  readonly count: number;
}

/** Looks at everything that could stop a class from being made; makes nothing. A problem of the kind `note` stops nothing. */
export async function preflight(session: ClassSession, work: PlannedWork): Promise<Problem[]> {
  const image = await newestImage(session.config.region, ubuntuImage(session.config)).catch(denied);
  const [programs, actions] = await Promise.all([
    missingPrograms(),
    refusedActions(session, image),
  ]);
  const permissions = actions.length > 0 ? [permissionsMissing(actions, work.account)] : [];
  const missing = [...programs, ...permissions];
  if (actions.some((action) => /^ec2:Describe/.test(action))) return missing;
  return [...missing, ...(await lookAtPlace(session, work, image))];
}

async function lookAtPlace(
  session: ClassSession,
  { found, count }: PlannedWork,
  image: string | undefined,
): Promise<Problem[]> {
  const { config } = session;
  const zones = await zonesOffering(config.region, config.instanceType);
  const problems = await Promise.all([
    networks(session, found),
    rules(session),
    keyNames(session),
    ...(count === 0
      ? []
      : [
          places(session, count, zones, found),
          image ? [] : noImage(session),
          instanceType(session),
          zones.length > 0 ? processors(session, count) : [],
        ]),
  ]);
  return problems.flat();
}

/** What the cloud has of a class; where AWS refuses to show it, throws a failure that names every missing permission. */
export async function cloudOrPermissions(
  account: string,
  session: ClassSession,
): Promise<CloudResource[]> {
  try {
    return await cloudOf(session);
  } catch (error) {
    denied(error);
    throw new Failure(permissionsMissing(await refusedActions(session), account));
  }
}

/** Ignores a refusal for a missing permission: the check of the permissions reports it better. */
function denied(error: unknown): undefined {
  if (error instanceof Failure && error.code === 'aws-denied') return undefined;
  throw error;
}

/** Whether a problem stops the class from being made. */
export function stops({ kind }: Problem): boolean {
  return kind !== 'note';
}

async function refusedActions({ config, fleet }: ClassSession, image?: string): Promise<string[]> {
  const { region, instanceType: type, spot, subnet } = config;
  const tag = { Key: awsTags.fleet, Value: fleet };
  return missingPermissions(region, { type, spot, tag, image, subnet });
}

function permissionsMissing(actions: readonly string[], account: string) {
  return limits.permissionMissing({ actions: actions.join(', '), account });
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
  found: readonly CloudResource[],
): Promise<Problem[]> {
  const { region, subnet } = config;
  const has = (kind: CloudResource['kind']) => found.some((thing) => thing.kind === kind);
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

async function rules(session: ClassSession): Promise<Problem[]> {
  const { config } = session;
  const [quota, allow] = await Promise.all([
    quotaOf(config.region, quotas.rules),
    addressesOf(session).catch((error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    }),
  ]);
  return allow instanceof Failure ? [allow.problem] : judgeRules(quota, config, allow);
}
