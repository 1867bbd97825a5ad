import type { AccountView, RegionView } from './aws/account';
import { isAlive, type CloudResource } from './aws/resource';

import { spentBy, type Cost } from './cost';

/** A class of the account, as the tags of its things tell it. */
export interface ListedClass {
  readonly name: string;
  readonly owners: readonly string[];
  readonly regions: readonly string[];
  /** How many of its VMs run or are about to. */
  readonly running: number;
  /** How many of its VMs are off. */
  readonly off: number;
  /** How many other things it has: disks, keys, its network. */
  readonly others: number;
  /** When its first VM was started, as an ISO time. */
  readonly since?: string;
  /** When its last VM ends itself, as an ISO time; undefined where a VM does not say. */
  readonly until?: string;
  readonly spent: Cost;
}

/** Every class of the account that has anything, those with running VMs first. */
export function classesIn({ regions }: AccountView, now: Date): ListedClass[] {
  const things = regions.flatMap((one) => one.things);
  const names = [...new Set(things.flatMap(({ fleet }) => fleet ?? []))].sort();
  return names
    .map((name) =>
      listed(
        name,
        things.filter(({ fleet }) => fleet === name),
        now,
      ),
    )
    .sort((a, b) => b.running - a.running);
}

function listed(name: string, things: readonly CloudResource[], now: Date): ListedClass {
  const vms = things.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  const off = vms.filter(({ state = '' }) => /^stop/.test(state)).length;
  const starts = vms.flatMap(({ launchedAt }) => launchedAt ?? []).sort();
  const ends = vms.flatMap(({ endsAt }) => endsAt ?? []).sort();
  const until = ends.length === vms.length ? ends.at(-1) : undefined;
  return {
    name,
    owners: [...new Set(things.flatMap(({ owner }) => owner ?? []))],
    regions: [...new Set(things.map(({ region }) => region))],
    running: vms.length - off,
    off,
    others: things.filter(({ kind }) => kind !== 'instance').length,
    ...(starts[0] ? { since: starts[0] } : {}),
    ...(until ? { until } : {}),
    spent: spentBy(vms, now),
  };
}

/** The regions that could not be looked at. */
export function unseen({ regions }: AccountView): RegionView[] {
  return regions.filter(({ failure }) => failure !== undefined);
}
