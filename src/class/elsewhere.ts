import { Failure } from '../core/failure';
import type { Problem } from '../core/problem';
import { lookElsewhere, type AccountView } from './aws/account';
import { findInstances } from './aws/instances';
import { classElsewhere } from './problems/class';

/** A class by its name and the region in which it is looked for. */
export interface ClassPlace {
  readonly fleet: string;
  readonly region: string;
}

/** The problem of a class whose VMs are in other regions than the one where they are looked for. */
export function elsewhereProblems(
  { fleet, region: wanted }: ClassPlace,
  { regions }: AccountView,
): Problem[] {
  const others = regions.filter(
    ({ region, things }) =>
      region !== wanted && things.some((one) => one.fleet === fleet && one.kind === 'instance'),
  );
  if (others.length === 0) return [];
  const region = others.map((one) => one.region).join(', ');
  return [classElsewhere({ name: fleet, region, wanted })];
}

/** Throws `class-elsewhere` where the class has no VM in its region, but in another one. Other regions are asked only then. */
export async function requireHere(place: ClassPlace): Promise<void> {
  if ((await findInstances(place.region, place.fleet)).length > 0) return;
  const [problem] = elsewhereProblems(place, await lookElsewhere(place.region));
  if (problem) throw new Failure(problem);
}
