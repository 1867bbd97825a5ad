import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Failure } from '../core/failure';
import { lookEverywhere, type AccountView } from './aws/account';
import { findFleet } from './aws/fleet';
import type { ForeignThing } from './aws/foreign';
import type { CloudResource } from './aws/resource';
import { spentBy, type Cost } from './cost';
import { endIn, untouched, type EndedClass, type Ending } from './end-round';
import { forgetNames } from './records/remembered';
import { mustOwn } from './records/require-owner';
import { noteEnded, noteEnding } from './records/running';

/** The result of ending a class. */
export interface Ended {
  readonly agreed: boolean;
  readonly removed: readonly CloudResource[];
  readonly left: readonly CloudResource[];
  /** What was found in regions that could not be seen again: it may still be there. */
  readonly unsure: readonly CloudResource[];
  /** What another owner has under the class's name; it was not touched. */
  readonly strange: readonly CloudResource[];
  /** What others have in the class's network, which stays therefore. */
  readonly foreign: readonly ForeignThing[];
  readonly cost: Cost;
  /** What all regions have of all classes, after the removal. */
  readonly view: AccountView;
  /** Why not all was removed. */
  readonly failure?: Failure;
  /** How many VMs of the class go on, where a part of it was ended. */
  readonly going?: number;
}

/**
 * Ends a class by its tags: first in its own region, so that another region that does not answer holds nothing up; then
 * in all others. Looks again after removing. What another owner has under the same name stays; throws `class-owned`
 * where there is nothing else.
 */
export async function endClass(own: EndedClass, ending: Ending): Promise<Ended> {
  const { fleet, region, folder } = own;
  const here = await ending.look('here', () => findFleet(region, fleet));
  const first = await endIn(own, mineOf(own, here), ending);
  const look = () => ending.look('everywhere', () => lookEverywhere(region));
  const view = await look();
  const elsewhere = thingsOf(view, fleet).filter((thing) => thing.region !== region);
  const second = first.agreed
    ? await endIn(own, mineOf(own, elsewhere), ending)
    : untouched(elsewhere);
  const after = second.removedFrom.length > 0 ? await look() : view;
  const found = mineOf(own, [...here, ...elsewhere]);
  const there = thingsOf(after, fleet);
  const left = mineOf(own, there);
  // Where all of it is another owner's, the teacher has to hear that first.
  if (found.length + left.length === 0) [here, there].forEach((things) => mustOwn(own, things));
  // What was found in a region that could not be seen again may still be there.
  const unsure = found.filter((thing) => !wasSeen(after, thing.region));
  const failure = first.failure ?? second.failure;
  if (left.length + unsure.length === 0 && wasSeen(after, region)) await forget(folder);
  // Again with the time of the end: a command that began meanwhile, and waited, must see it.
  if (first.removedFrom.length + second.removedFrom.length > 0) await noteEnding(folder);
  const still = new Set([...left, ...unsure].map(({ id }) => id));
  return {
    agreed: first.agreed && second.agreed,
    removed: found.filter(({ id }) => !still.has(id)),
    left,
    unsure,
    strange: there.filter((thing) => !left.includes(thing)),
    foreign: [...first.foreign, ...second.foreign],
    cost: spentBy(found, new Date()),
    view: after,
    ...(left.length + unsure.length > 0 && failure ? { failure } : {}),
  };
}

/** Those of some things that may be ended: the owner's own, or all where the class is taken over. */
function mineOf(own: EndedClass, things: readonly CloudResource[]): readonly CloudResource[] {
  if (own.takeOver) return things;
  return things.filter(({ owner }) => own.owner.isOwn(owner));
}

/** Whether a region was looked at. */
function wasSeen({ regions }: AccountView, region: string): boolean {
  return regions.some((one) => one.region === region && one.failure === undefined);
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
  await forgetNames(folder);
}
