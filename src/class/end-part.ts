import { findFleet } from './aws/fleet';
import type { CloudResource } from './aws/resource';
import { spentBy } from './cost';
import type { Ended } from './down';
import { endIn, type EndedClass, type Ending } from './end-round';
import { mustOwn } from './records/require-owner';

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
  mustOwn(own, found);
  const round = await endIn(own, found, ending, false);
  if (round.failure) throw round.failure;
  const after = await look();
  const left = after.filter(isMeant);
  const still = new Set(left.map(({ id }) => id));
  const going = after.filter((thing) => thing.kind === 'instance' && !isMeant(thing)).length;
  return {
    agreed: round.agreed,
    removed: found.filter(({ id }) => !still.has(id)),
    left,
    unsure: [],
    strange: [],
    foreign: [],
    cost: spentBy(found, new Date()),
    view: { regions: [] },
    going,
  };
}
