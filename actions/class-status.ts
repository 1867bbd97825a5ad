import { Failure } from '../runtime/failure';
import type { CloudThing } from '../runtime/aws-fleet';
import { costOf } from './class-cost';
import { askVm, type Reachable } from './class-machines';
import { cloudOf, type ClassSession } from './class-session';
import { isAlive } from './class-up';

/** How a student's VM is. */
export interface VmStatus {
  readonly id: string;
  readonly name: string;
  /** As EC2 calls it; `none` where EC2 knows of no instance. */
  readonly state: string;
  readonly instance?: string;
  readonly address?: string;
  /** Undefined where the VM was not asked. */
  readonly ready?: boolean;
  readonly hoursLeft?: number;
  /** In US dollars by the list. */
  readonly cost?: number;
  /** Why it does not answer, or which steps failed. */
  readonly said?: string;
}

/** How long a VM may take to answer, in seconds. */
const answerSeconds = 2;

/** Asks the cloud, and with `ask` all VMs at once. */
export async function classStatus(session: ClassSession, ask: boolean): Promise<VmStatus[]> {
  const things = (await cloudOf(session, { terminated: true }))
    .filter(({ kind }) => kind === 'instance')
    .sort(newestFirst);
  const names = new Map(session.config.students.map(({ id, name }) => [id, name]));
  for (const { student, state = '' } of things)
    if (student !== undefined && isAlive(state) && !names.has(student)) names.set(student, student);
  return Promise.all(
    [...names].map(async ([id, name]) => {
      const vm = things.find(({ student }) => student === id);
      if (!vm) return { id, name, state: 'none' };
      const isGone = vm.state === 'terminated';
      const cost = isGone ? undefined : costOf([vm], session.config, new Date());
      const base = {
        id,
        name,
        state: vm.state ?? '',
        instance: vm.id,
        ...(vm.address ? { address: vm.address } : {}),
        ...(cost === undefined ? {} : { cost }),
      };
      const reachable = reachableOf(vm);
      return ask && reachable ? { ...base, ...(await answerOf(session, reachable)) } : base;
    }),
  );
}

/** A VM that was made again stands before those that it took the place of. */
function newestFirst(a: CloudThing, b: CloudThing): number {
  const alive = ({ state = '' }: CloudThing) => Number(isAlive(state));
  return alive(b) - alive(a) || ((a.launchedAt ?? '') < (b.launchedAt ?? '') ? 1 : -1);
}

/** The VM as one that can be asked; undefined where it does not run. */
export function reachableOf({ id, state, address }: CloudThing): Reachable | undefined {
  return state === 'running' && address ? { instance: id, address } : undefined;
}

async function answerOf(
  session: ClassSession,
  vm: Reachable,
): Promise<Pick<VmStatus, 'ready' | 'hoursLeft' | 'said'>> {
  try {
    const { ready, failed, left } = await askVm(session, vm, answerSeconds);
    return {
      ready,
      ...(left === undefined ? {} : { hoursLeft: left / 3600 }),
      ...(failed.length > 0 ? { said: failed.join(', ') } : {}),
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ready: false, said: error.code };
  }
}
