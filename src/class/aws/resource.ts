import { factsOf, nameOf, type Tagged } from './tags';

/** One thing of a fleet that the cloud has. */
export interface CloudResource {
  readonly kind: ThingKind;
  readonly id: string;
  readonly region: string;
  readonly fleet?: string;
  /** Who made it, by its tag. */
  readonly owner?: string;
  readonly student?: string;
  /** Its name, which AWS shows beside its id. */
  readonly name?: string;
  readonly state?: string;
  readonly address?: string;
  readonly launchedAt?: string;
  readonly type?: string;
  readonly spot?: boolean;
  /** The size of an instance's disk, in GiB. */
  readonly disk?: number;
  readonly ubuntu?: string;
  /** The hours after which an instance powers itself off. */
  readonly hours?: number;
  /** When an instance powers itself off by what its tags say, as an ISO time. */
  readonly endsAt?: string;
  /** The fingerprints of the student's and the instructor's keys with which an instance was started. */
  readonly keys?: string;
  readonly subnet?: string;
  /** Whom a security group lets in, as `PORTS CIDR`. */
  readonly lets?: readonly string[];
  /** The id by which it is tagged, where that is not its own: a key pair is removed by its name. */
  readonly tagId?: string;
}

/** In the order in which they can be removed. */
export const thingKinds = [
  'instance',
  'volume',
  'address',
  'key',
  'interface',
  'group',
  'route',
  'association',
  'routes',
  'gateway',
  'subnet',
  'vpc',
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** What the tags of a thing say of where it belongs. */
export function ownOf(thing: Tagged): Pick<CloudResource, 'fleet' | 'owner' | 'student' | 'name'> {
  const { fleet, owner, student } = factsOf(thing);
  const name = nameOf(thing);
  return {
    ...(fleet ? { fleet } : {}),
    ...(owner ? { owner } : {}),
    ...(student ? { student } : {}),
    ...(name ? { name } : {}),
  };
}

/** Whether an instance exists or is being made, and is not being terminated. */
export function isAlive(state: string): boolean {
  return ['pending', 'running', 'stopping', 'stopped'].includes(state);
}
