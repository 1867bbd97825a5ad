import type { Problem } from '../core/problem';
import { accountPlan } from './aws/account-plan';
import type { CloudResource } from './aws/resource';
import { subnetFacts } from './aws/facts';
import { takenKeyNames } from './aws/key-names';
import { freePlanTypes, typeFacts } from './aws/types';
import { ubuntuImage } from './config/practice-vm';
import { keyNameTaken } from './problems/aws-keys';
import * as limits from './problems/aws-limits';
import type { ClassSession } from './session';
import { judgeType } from './type-limits';

/** Whether the type of instance has enough, and whether the account's plan allows it. */
export async function instanceType({ config }: ClassSession): Promise<Problem[]> {
  const { region, instanceType: type } = config;
  const [facts, plan] = await Promise.all([typeFacts(region, type), accountPlan()]);
  const free = plan.type === 'FREE' ? await freePlanTypes(region) : [];
  return judgeType({ type, facts, plan, free });
}

/** Whether the names of the key pairs that are to be made are free; another's key under them would stop Terraform halfway. */
export async function keyNames({ config, fleet }: ClassSession): Promise<Problem[]> {
  const { region, students } = config;
  const ids = students.map(({ id }) => id);
  const taken = await takenKeyNames(region, fleet, ids);
  return taken.length === 0 ? [] : [keyNameTaken({ names: taken.join(', '), region })];
}

/** Checks the place of the VMs: the type is offered there, and there are enough free addresses. */
export async function places(
  { config }: ClassSession,
  count: number,
  zones: readonly string[],
  found: readonly CloudResource[],
): Promise<Problem[]> {
  const { region, instanceType: type } = config;
  const subnet = config.subnet ?? found.find(({ kind }) => kind === 'subnet')?.id;
  const offered = (place: string) =>
    limits.typeNotOffered({ type, place, zones: zones.join(', ') });
  if (zones.length === 0) return [offered(region)];
  if (subnet === undefined) return [];
  const facts = await subnetFacts(region, subnet);
  if (!facts) return [limits.subnetMissing({ subnet, region })];
  const { zone, freeAddresses } = facts;
  const full = { subnet, free: String(freeAddresses), needed: String(count) };
  return [
    ...(zones.includes(zone) ? [] : [offered(zone)]),
    ...(freeAddresses >= count ? [] : [limits.subnetFull(full)]),
  ];
}

/** No image of Ubuntu is there for the class. */
export function noImage({ config }: ClassSession): Problem[] {
  return [limits.imageNotFound({ image: ubuntuImage(config).name, region: config.region })];
}
