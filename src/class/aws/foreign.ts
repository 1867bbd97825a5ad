import { Failure } from '../../core/failure';
import { ec2 } from './client';
import {
  endpointsIn,
  groupsIn,
  interfacesIn,
  networkAclsIn,
  referencesTo,
  routeTablesIn,
  type ForeignLook,
} from './foreign-things';
import type { CloudResource } from './resource';

/** Something in a class's network that the class has not made, and that keeps the network from being removed. */
export interface ForeignThing {
  readonly kind: 'endpoint' | 'interface' | 'group' | 'rule' | 'routes' | 'acl';
  readonly id: string;
  readonly region: string;
  /** Whose it is: an account, a service of AWS, or an instance. */
  readonly owner: string;
  /** What it says of itself. */
  readonly about: string;
  /** What it holds: the network or the security group of the class. */
  readonly holds: string;
}

/** What others have in the networks of a class, and what refers to its groups; found by network, since it has no tag of the class. */
export async function foreignIn(
  region: string,
  things: readonly CloudResource[],
): Promise<readonly ForeignThing[]> {
  const idsOf = (kind: CloudResource['kind']) =>
    things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  const vpcs = idsOf('vpc');
  const groups = idsOf('group');
  if (vpcs.length + groups.length === 0) return [];
  const look = { ...(await lookIn(region)), vpcs, groups };
  const [ends, ...others] = await Promise.all([
    orNone(endpointsIn(look)),
    interfacesIn(look),
    groupsIn(look),
    referencesTo(look),
    routeTablesIn(look),
    networkAclsIn(look),
  ]);
  // The interfaces of an endpoint go with it.
  const goesAlong = ({ kind, about }: ForeignThing) =>
    kind === 'interface' && ends.some(({ id }) => about.includes(id));
  return [...ends, ...others.flat().filter((one) => !goesAlong(one))];
}

async function lookIn(region: string): Promise<Pick<ForeignLook, 'sdk' | 'client' | 'thing'>> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const thing: ForeignLook['thing'] = (kind, id = '', { owner = '', about = '', holds = '' }) => ({
    kind,
    id,
    region,
    owner,
    about,
    holds,
  });
  return { sdk, client, thing };
}

/** A teacher may lack the permission to look at endpoints; their interfaces are seen anyway. */
async function orNone(work: Promise<ForeignThing[]>): Promise<ForeignThing[]> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && error.code === 'aws-denied') return [];
    throw error;
  }
}
