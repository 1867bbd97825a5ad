import { asked } from './client';
import { filtersOf, findInstances } from './instances';
import { thingKinds, type CloudResource } from './resource';
import { findThings } from './things';

/** Everything of a fleet, or of all fleets, that a region has, found by tag, in the order in which it can be removed, without terminated instances. */
export async function findFleet(region: string, fleet?: string): Promise<CloudResource[]> {
  const found = await asked(() =>
    Promise.all([findInstances(region, fleet), findThings(region, filtersOf(fleet))]),
  );
  const place = ({ kind }: CloudResource) => thingKinds.indexOf(kind);
  return found.flat().sort((a, b) => place(a) - place(b));
}
