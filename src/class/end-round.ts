import { Failure } from '../core/failure';
import type { ForeignThing } from './aws/foreign';
import { removeFleet } from './aws/remove';
import type { CloudResource, ThingKind } from './aws/resource';
import type { Owner } from './records/owner';
import { mayRunNow, noteEnded, noteEnding } from './records/running';

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

/** What became of some things of a class. */
export interface Round {
  readonly agreed: boolean;
  readonly removedFrom: readonly string[];
  readonly foreign: readonly ForeignThing[];
  readonly failure?: Failure;
}

/** Things that stay as they are. */
export function untouched(things: readonly CloudResource[]): Round {
  return { agreed: things.length === 0, removedFrom: [], foreign: [] };
}

/** Removes some things of a class after a yes; those of several regions side by side. */
export async function endIn(
  own: EndedClass,
  things: readonly CloudResource[],
  { agree, onKind }: Ending,
  isWhole = true,
): Promise<Round> {
  if (things.length === 0) return untouched(things);
  if (!(await agree(things))) return untouched(things);
  if (isWhole) await noteEnding(own.folder);
  const onNext = (region: string) => (kind: ThingKind, count: number) => {
    // The VMs are ended by now: what is left costs nothing.
    const isOver = isWhole && kind !== 'instance' && mayRunNow(own.folder)?.region === region;
    if (isOver) void noteEnded(own.folder);
    onKind(kind, count);
  };
  const regions = [...new Set(things.map(({ region }) => region))];
  const ends = await Promise.allSettled(
    regions.map((region) =>
      removeFleet(
        region,
        things.filter((thing) => thing.region === region),
        onNext(region),
      ),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  return {
    agreed: true,
    removedFrom: regions,
    foreign: ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : [])),
    ...(failed ? { failure: orThrow(failed.reason) } : {}),
  };
}

/** A known refusal; any other error is a mistake of this program. */
function orThrow(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
