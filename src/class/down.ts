import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { lookEverywhere, type AccountView } from './aws/account';
import { findFleet } from './aws/fleet';
import type { ForeignThing } from './aws/foreign';
import { removeFleet } from './aws/remove';
import type { CloudResource, ThingKind } from './aws/resource';
import { spentBy, type Cost } from './cost';
import type { Owner } from './records/owner';
import { mustOwn } from './records/require-owner';
import { noteEnded, noteEnding } from './records/running';

/** The class that is to be ended: its name, its region, and its folder on this computer. Nothing else is needed for it. */
export interface EndedClass {
  readonly fleet: string;
  readonly region: string;
  readonly folder: string;
  readonly owner: Owner;
  /** Whether the class of another owner is ended, too. */
  readonly takeOver: boolean;
}

/** How the one who ends a class follows and agrees. */
export interface Ending {
  /** Asked before anything is removed, with all that would be. */
  agree(things: readonly CloudResource[]): Promise<boolean>;
  onKind(kind: ThingKind, count: number): void;
  /** Looks at the class's own region, or at all regions; says so meanwhile. */
  look<T>(where: 'here' | 'everywhere', work: () => Promise<T>): Promise<T>;
}

/** The result of ending a class. */
export interface Ended {
  readonly agreed: boolean;
  readonly removed: readonly CloudResource[];
  readonly left: readonly CloudResource[];
  /** What was found in regions that could not be seen again: it may still be there. */
  readonly unsure: readonly CloudResource[];
  /** What others have in the class's network, which stays therefore. */
  readonly foreign: readonly ForeignThing[];
  readonly cost: Cost;
  /** What all regions have of all classes, after the removal. */
  readonly view: AccountView;
}

/**
 * Ends a class by its tags: first in its own region, so that another region that does not answer holds nothing up; then
 * in all others. Looks again after removing. Throws `class-owned` where the class is another owner's.
 */
export async function endClass(own: EndedClass, ending: Ending): Promise<Ended> {
  const { fleet, region, folder } = own;
  const here = await ending.look('here', () => findFleet(region, fleet));
  const first = await endIn(own, here, ending);
  const look = () => ending.look('everywhere', () => lookEverywhere(region));
  const view = await look();
  const elsewhere = thingsOf(view, fleet).filter((thing) => thing.region !== region);
  const second = first.agreed ? await endIn(own, elsewhere, ending) : untouched(elsewhere);
  const failure = first.failure ?? second.failure;
  const after = second.removedFrom.length > 0 ? await look() : view;
  const found = [...here, ...elsewhere];
  const left = thingsOf(after, fleet);
  // What was found in a region that could not be seen again may still be there.
  const unsure = found.filter((thing) => !wasSeen(after, thing.region));
  if (left.length + unsure.length > 0 && failure) throw failure;
  if (left.length + unsure.length === 0 && wasSeen(after, region)) await forget(folder);
  // Again with the time of the end: a command that began meanwhile, and waited, must see it.
  if (first.removedFrom.length + second.removedFrom.length > 0) await noteEnding(folder);
  const still = new Set([...left, ...unsure].map(({ id }) => id));
  return {
    agreed: first.agreed && second.agreed,
    removed: found.filter(({ id }) => !still.has(id)),
    left,
    unsure,
    foreign: [...first.foreign, ...second.foreign],
    cost: spentBy(found, new Date()),
    view: after,
  };
}

/** Whether a region was looked at. */
function wasSeen({ regions }: AccountView, region: string): boolean {
  return regions.some((one) => one.region === region && one.failure === undefined);
}

/** What of a class is ended alone: all VMs of some students with their key pairs, and some VMs by their ids. */
export interface Part {
  readonly students: readonly string[];
  readonly instances: readonly string[];
}

/** Ends a part of a class; the class goes on. */
export async function endPart(
  own: EndedClass,
  { students, instances }: Part,
  ending: Ending,
): Promise<Ended> {
  const { fleet, region } = own;
  const isMeant = ({ id, student = '', kind }: CloudResource) =>
    kind === 'instance'
      ? students.includes(student) || instances.includes(id)
      : kind === 'key' && students.includes(student);
  const look = () => ending.look('here', () => findFleet(region, fleet));
  const found = (await look()).filter(isMeant);
  const round = await endIn(own, found, ending, false);
  if (round.failure) throw round.failure;
  const left = (await look()).filter(isMeant);
  const still = new Set(left.map(({ id }) => id));
  return {
    agreed: round.agreed,
    removed: found.filter(({ id }) => !still.has(id)),
    left,
    unsure: [],
    foreign: [],
    cost: spentBy(found, new Date()),
    view: { regions: [] },
  };
}

interface Round {
  readonly agreed: boolean;
  readonly removedFrom: readonly string[];
  readonly foreign: readonly ForeignThing[];
  readonly failure?: unknown;
}

function untouched(things: readonly CloudResource[]): Round {
  return { agreed: things.length === 0, removedFrom: [], foreign: [] };
}

async function endIn(
  own: EndedClass,
  things: readonly CloudResource[],
  { agree, onKind }: Ending,
  isWhole = true,
): Promise<Round> {
  if (things.length === 0) return untouched(things);
  mustOwn(own, things);
  if (!(await agree(things))) return untouched(things);
  if (isWhole) await noteEnding(own.folder);
  const regions = [...new Set(things.map(({ region }) => region))];
  const ends = await Promise.allSettled(
    regions.map((region) =>
      removeFleet(
        region,
        things.filter((thing) => thing.region === region),
        onKind,
      ),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  return {
    agreed: true,
    removedFrom: regions,
    foreign: ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : [])),
    ...(failed ? { failure: failed.reason as unknown } : {}),
  };
}

function thingsOf({ regions }: AccountView, fleet: string): CloudResource[] {
  return regions.flatMap(({ things }) => things.filter((thing) => thing.fleet === fleet));
}

/** Deletes the state of a class that is gone; the keys stay for the next time. */
async function forget(folder: string): Promise<void> {
  const files = ['terraform.tfstate', 'terraform.tfstate.backup', 'terraform.tfstate.before'];
  await Promise.all(
    [...files, 'import.tf.json'].map((name) => rm(join(folder, name), { force: true })),
  );
  await noteEnded(folder);
}
