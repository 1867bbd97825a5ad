import { Failure } from '../core/failure';
import type { Problem } from '../core/problem';
import { commandFailed } from '../core/problems/program';
import { awsFailure } from './aws/client';
import { startInstances, tagOwner } from './aws/change';
import { isAlive, type CloudResource } from './aws/resource';
import type { VmChange } from './changes';
import { ownFirst } from './own-vm';
import { propsOf } from './props';
import { keysHere, type KeysHere } from './records/keys';
import { noteRunning } from './records/running';
import { remember } from './records/remembered';
import { strangersOf } from './records/owner';
import { mustOwn, ownedBy } from './records/require-owner';
import { renameVm } from './rename';
import { cloudOf, type ClassSession } from './session';
import type { Survey } from './survey';
import { planChanges } from './terraform/guard';
import { terraformApply, type Change } from './terraform/terraform';
import { writeStack } from './terraform/write';

/** What became of a student's VM. */
export interface MadeVm {
  readonly id: string;
  readonly name: string;
  readonly instance?: string;
  readonly address?: string;
  /** When it powers itself off by what its tags say, as an ISO time. */
  readonly endsAt?: string;
  /** Whether this computer has the keys with which the VM was started. */
  readonly keys?: KeysHere;
  /** Why there is no VM. */
  readonly said?: string;
  /** The failure, where `said` is a known refusal. */
  readonly failure?: Failure;
}

/** Gets the stages of a student's VM; `waiting` comes again and again until the requested VM is made. */
export type OnStage = (
  student: string,
  stage: 'requested' | 'waiting' | 'running' | 'failed',
  seconds: number,
) => void;

/** What became of a class. */
export interface MadeClass {
  readonly vms: readonly MadeVm[];
  /** The errors that are not about one student's VM. */
  readonly general: readonly string[];
  /** That another owner has made something under the same name meanwhile. */
  readonly shared?: Problem;
}

/**
 * Does what the survey says, until the instances run. What an earlier run made is found by its tags and taken over,
 * also where the state was lost; nothing is made twice, and nothing that exists is touched but what the changes name.
 */
export async function makeClass(
  session: ClassSession,
  { things, changes, owner, ownerTag, takeOver }: Survey,
  onStage: OnStage,
): Promise<MadeClass> {
  const { config, folder, pluginCache } = session;
  const others = things.filter((thing) => thing.owner === undefined || !owner.isOwn(thing.owner));
  await tagOwner(config.region, others, ownerTag);
  for (const change of changes) await renameVm(session, change);
  await writeStack(session, await propsOf(session, changes, ownerTag));
  const isPlanned = await planChanges(session, things, changes);
  // Another teacher may have begun a class of this name meanwhile.
  mustOwn({ fleet: session.fleet, owner, takeOver }, await cloudOf(session));
  await remember(folder, config);
  await noteRunning(session);
  await startInstances(config.region, idsOf(changes.filter(({ work }) => work === 'started')));
  if (!isPlanned) return { vms: await madeVms(session, await cloudOf(session), []), general: [] };
  const onChange = ({ resource, key, state, seconds }: Change) => {
    if (resource === 'aws_instance' && key !== undefined) onStage(key, stages[state], seconds);
  };
  const { code, errors } = await terraformApply(folder, pluginCache, onChange);
  const found = await cloudOf(session);
  const vms = await madeVms(session, found, errors);
  const own = new Set(vms.flatMap(({ said }) => said ?? []));
  const general = errors.map(({ said }) => said).filter((said) => !own.has(said));
  if (code !== 0 && errors.length === 0)
    throw new Failure(commandFailed({ command: 'terraform apply', said: `exit code ${code}` }));
  // Another teacher may have made a class of this name at the same moment.
  const isShared = !takeOver && strangersOf(owner, found).length > 0;
  return {
    vms,
    general: [...new Set(general)],
    ...(isShared ? { shared: ownedBy(session.fleet, owner, found) } : {}),
  };
}

const stages = {
  begun: 'requested',
  waiting: 'waiting',
  done: 'running',
  failed: 'failed',
} as const;

function idsOf(changes: readonly VmChange[]): string[] {
  return changes.flatMap(({ vm }) => vm?.id ?? []);
}

async function madeVms(
  session: ClassSession,
  found: readonly CloudResource[],
  errors: readonly { readonly address: string; readonly said: string }[],
): Promise<MadeVm[]> {
  const vms = ownFirst(found.filter(({ kind }) => kind === 'instance'));
  return Promise.all(
    session.config.students.map(async ({ id, name }) => {
      const failed = errors.find(({ address }) => address.endsWith(`["${id}"]`))?.said;
      const vm = vms.find(({ student, state = '' }) => student === id && isAlive(state));
      const { id: instance, address, endsAt } = vm ?? {};
      const failure = failed === undefined ? undefined : awsFailure(failed);
      const keys = vm && (await keysHere(session, id, vm.keys));
      return {
        id,
        name,
        ...(instance ? { instance } : {}),
        ...(address ? { address } : {}),
        ...(endsAt ? { endsAt } : {}),
        ...(keys ? { keys } : {}),
        ...(failed || !vm ? { said: failed ?? '' } : {}),
        ...(failure ? { failure } : {}),
      };
    }),
  );
}
