import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { awsTags } from './config/fleet';
import { enabledRegions } from './aws/client';
import { findFleet, hasFleet, type CloudResource, type ThingKind } from './aws/fleet';
import { removeFleet } from './aws/remove';
import { costOf } from './cost';
import type { ClassSession } from './session';

/** The result of ending a class. */
export interface Ended {
  readonly removed: readonly CloudResource[];
  readonly left: readonly CloudResource[];
  /** In US dollars at list prices; undefined where the list lacks a type. */
  readonly cost: number | undefined;
}

/** What every region of the account has of a class, also what this machine does not know of. */
export async function findEverywhere({ config, fleet }: ClassSession): Promise<CloudResource[]> {
  const regions = await enabledRegions(config.region);
  const found = await Promise.all(
    [...new Set([config.region, ...regions])].map(async (region) => {
      const looked = region === config.region || (await hasFleet(region, fleet, awsTags));
      return looked ? findFleet(region, fleet, awsTags) : [];
    }),
  );
  return found.flat();
}

/** Removes everything of a class by its tags, and looks again in every region. Deletes Terraform's state once nothing is left. */
export async function endClass(
  session: ClassSession,
  found: readonly CloudResource[],
  onKind: (kind: ThingKind, count: number) => void,
): Promise<Ended> {
  const cost = costOf(found, session.config, new Date());
  const regions = [...new Set(found.map(({ region }) => region))];
  const ends = await Promise.allSettled(
    regions.map((region) =>
      removeFleet(
        region,
        found.filter((thing) => thing.region === region),
        onKind,
      ),
    ),
  );
  const left = await findEverywhere(session);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed && left.length > 0) throw failed.reason;
  if (left.length === 0) await forget(session);
  const still = new Set(left.map(({ id }) => id));
  return { removed: found.filter(({ id }) => !still.has(id)), left, cost };
}

/** Deletes the state of a class that is gone; the keys stay for the next time. */
async function forget({ folder, state }: ClassSession): Promise<void> {
  const files = [state, `${state}.backup`, join(folder, 'import.tf.json')];
  await Promise.all(files.map((path) => rm(path, { force: true })));
}
