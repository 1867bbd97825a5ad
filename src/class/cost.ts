import { pricePerHour } from './config/prices';
import type { ClassConfig } from './config/load';
import type { CloudResource } from './aws/fleet';

/** What the instances of a class have cost so far at list prices, in US dollars; undefined where the list lacks a type. */
export function costOf(
  things: readonly CloudResource[],
  { disk }: Pick<ClassConfig, 'disk'>,
  now: Date,
): number | undefined {
  const costs = things
    .filter(({ kind }) => kind === 'instance')
    .map(({ region, type = '', launchedAt }) => {
      const price = pricePerHour({ region, instanceType: type, disk });
      if (price === undefined || launchedAt === undefined) return undefined;
      return (price * Math.max(0, now.getTime() - Date.parse(launchedAt))) / 3_600_000;
    });
  return costs.reduce<number | undefined>(
    (sum, cost) => (sum === undefined || cost === undefined ? undefined : sum + cost),
    0,
  );
}
