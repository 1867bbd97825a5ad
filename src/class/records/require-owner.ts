import { Failure } from '../../core/failure';
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

/** Throws `class-owned` where something was made by another owner, and is not to be taken over. */
export function mustOwn(
  own: { readonly fleet: string; readonly owner: Owner; readonly takeOver: boolean },
  things: readonly CloudResource[],
): void {
  const strangers = own.takeOver ? [] : strangersOf(own.owner, things);
  if (strangers.length === 0) return;
  const vms = String(things.filter(({ kind }) => kind === 'instance').length);
  const owner = strangers.map(ownerName).join(', ');
  throw new Failure(classOwned({ name: own.fleet, owner, vms }));
}
