import { Failure } from '../../core/failure';
import type { Problem } from '../../core/problem';
import { callerIdentity } from '../aws/client';
import type { CloudResource } from '../aws/resource';
import { ownerName, ownerOf, strangersOf, type Owner } from './owner';
import { classOwned } from '../problems/class';
import type { ClassSession } from '../session';

/** Throws `class-owned` where something of a class was made by another owner than the login of this computer. */
export async function requireOwner(
  session: ClassSession,
  things: readonly CloudResource[],
): Promise<void> {
  const account = await callerIdentity(session.config.region, { anyClock: true });
  const owner = await ownerOf(session, account);
  mustOwn({ fleet: session.fleet, owner, takeOver: false }, things);
}

/** The problem of a class of which another owner has something: whose it is, how many VMs they have, and how many are one's own. */
export function ownedBy(fleet: string, owner: Owner, things: readonly CloudResource[]): Problem {
  const vms = things.filter(({ kind }) => kind === 'instance');
  const mine = vms.filter((vm) => owner.isOwn(vm.owner)).length;
  return classOwned({
    name: fleet,
    owner: [...new Set(strangersOf(owner, things).map(ownerName))].join(', '),
    vms: String(vms.length - mine),
    mine: String(mine),
  });
}

/** Throws `class-owned` where something was made by another owner, and is not to be taken over. */
export function mustOwn(
  own: { readonly fleet: string; readonly owner: Owner; readonly takeOver: boolean },
  things: readonly CloudResource[],
): void {
  const strangers = own.takeOver ? [] : strangersOf(own.owner, things);
  if (strangers.length === 0) return;
  throw new Failure(ownedBy(own.fleet, own.owner, things));
}
