import { rename } from 'node:fs/promises';

import { Failure } from '../../core/failure';
import { makePrivateFile } from '../../core/machine/private-files';
import type { CloudResource } from '../aws/resource';
import type { VmChange } from '../changes';
import { classUnexpected } from '../problems/class';
import type { ClassSession } from '../session';
import { unexpected } from './expected';
import { knownIds } from './state';
import { terraformPlan, type PlannedChange } from './terraform';
import { keyAddress, vmAddress, writeAdoption } from './write';

/**
 * Plans the changes; returns whether there is anything to do. Terraform's state is only a copy of what the cloud says:
 * where the plan would touch what no change names, the state is put aside, and everything is taken over by its tags.
 * Throws `class-unexpected-change` where the plan is still another one.
 */
export async function planChanges(
  session: ClassSession,
  found: readonly CloudResource[],
  changes: readonly VmChange[],
): Promise<boolean> {
  const first = (await isStale(session, found, changes))
    ? undefined
    : await planOnce(session, found, changes).catch(planFailed);
  if (first && unexpected(first, changes, await ownKeys(session, found)).length === 0)
    return first.some(isWork);
  await rename(session.state, `${session.state}.before`);
  await makePrivateFile(session.state);
  const second = await planOnce(session, found, changes);
  const strange = unexpected(second, changes, await ownKeys(session, found));
  if (strange.length === 0) return second.some(isWork);
  const said = strange.map(({ action, address }) => `${action} ${address}`).join(', ');
  throw new Failure(classUnexpected({ changes: said, path: session.folder }));
}

/** The addresses of the key pairs that the cloud knows as the class's: in the state, and by their students. */
async function ownKeys(
  { state }: Pick<ClassSession, 'state'>,
  found: readonly CloudResource[],
): Promise<ReadonlySet<string>> {
  const keys = found.filter(({ kind }) => kind === 'key');
  const ids = new Set(keys.map(({ id }) => id));
  const known = await knownIds(state);
  const imported = keys.flatMap(({ student }) => (student ? [keyAddress(student)] : []));
  const isOwn = (address: string) => ids.has(known.get(address) ?? '') || !known.has(address);
  return new Set([...known.keys(), ...imported].filter(isOwn));
}

/** A plan that Terraform cannot make from its state may be made from what the cloud has. */
function planFailed(error: unknown): undefined {
  if (error instanceof Failure && error.code === 'command-failed') return undefined;
  throw error;
}

/** Whether the state gives a VM that the cloud has to another student than its tag does. */
async function isStale(
  { state }: Pick<ClassSession, 'state'>,
  found: readonly CloudResource[],
  changes: readonly VmChange[],
): Promise<boolean> {
  const known = await knownIds(state);
  const alive = new Set(found.filter(({ kind }) => kind === 'instance').map(({ id }) => id));
  return changes.some(({ student, vm, renamedFrom }) => {
    const id = known.get(vmAddress(student.id));
    return id !== undefined && alive.has(id) && id !== vm?.id && !renamedFrom;
  });
}

async function planOnce(
  session: ClassSession,
  found: readonly CloudResource[],
  changes: readonly VmChange[],
): Promise<readonly PlannedChange[]> {
  await writeAdoption(session, found, changes);
  const replaced = changes.filter(({ work }) => work === 'replaced');
  const words = replaced.flatMap(({ student: { id } }) => [
    `-replace=${vmAddress(id)}`,
    // The key pair goes with it, because the new VM may be started with a new key.
    `-replace=${keyAddress(id)}`,
  ]);
  return terraformPlan(session.folder, session.pluginCache, words);
}

function isWork({ action }: PlannedChange): boolean {
  return action !== 'noop' && action !== 'read';
}
