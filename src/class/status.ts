import type { Problem } from '../core/problem';
import type { CloudResource } from './aws/resource';
import { spentBy, stillToSpend, type Cost, type CostAhead } from './cost';
import type { Reachable } from './vm/hosts';
import { answerSeconds, asFailure, askVm } from './vm/machines';
import { noAddress } from './problems/vm';
import { namesOf } from './records/remembered';
import { instancesOf, type ClassSession } from './session';
import { vmsOf, type StudentVm, type VmOfStudent } from './vms-of-students';
import { stopped } from './vm/vm-report';

export type { StudentVm } from './vms-of-students';

/** How a student's VM is. */
export interface VmStatus extends StudentVm {
  /** Undefined where the VM was not asked. */
  readonly ready?: boolean;
  /** Until it powers itself off: what the VM says, else what its tags say. */
  readonly hoursLeft?: number;
  /** What it has cost so far. */
  readonly spent?: Cost;
  /** What it will cost until its end. */
  readonly ahead?: CostAhead;
  /** The steps of its installation that failed. */
  readonly failed?: readonly string[];
  /** Why it does not answer, or does not become ready. */
  readonly problem?: Problem;
}

/** Asks the cloud, and with `ask` all VMs at once; `onStatus` gets each status as soon as the VM has answered. */
export async function classStatus(
  session: ClassSession,
  ask: boolean,
  onStatus: (status: VmStatus) => void = () => undefined,
): Promise<VmStatus[]> {
  const students = await vmsByStudent(session);
  return Promise.all(
    students.map(async ({ vm, ...student }) => {
      const told = { ...student, ...(vm ? byTags(vm) : {}), ...(await answer(session, ask, vm)) };
      const status: VmStatus = { ...told, ...(vm ? costs(session, vm, told) : {}) };
      onStatus(status);
      return status;
    }),
  );
}

type Answer = Pick<VmStatus, 'ready' | 'hoursLeft' | 'failed' | 'problem'>;

async function answer(
  session: ClassSession,
  ask: boolean,
  vm: CloudResource | undefined,
): Promise<Answer> {
  if (!ask || vm?.state !== 'running') return {};
  const reachable = reachableOf(vm);
  if (reachable) return answerOf(session, reachable);
  return { ready: false, problem: noAddress({ instance: vm.id }) };
}

function byTags({ state, endsAt = '' }: CloudResource): Pick<VmStatus, 'hoursLeft'> {
  const hoursLeft = (Date.parse(endsAt) - Date.now()) / hour;
  return state === 'running' && !Number.isNaN(hoursLeft) ? { hoursLeft } : {};
}

const hour = 3_600_000;

function costs(
  { config }: ClassSession,
  vm: CloudResource,
  { hoursLeft }: Pick<VmStatus, 'hoursLeft'>,
): Pick<VmStatus, 'spent' | 'ahead'> {
  if (vm.state === 'terminated') return {};
  const now = new Date();
  const end = hoursLeft === undefined ? undefined : now.getTime() + hoursLeft * hour;
  const ending = end === undefined ? vm : { ...vm, endsAt: new Date(end).toISOString() };
  return { spent: spentBy([vm], now, config), ahead: stillToSpend([ending], now, config) };
}

/** The students of a class, each with a VM, and then every other VM of the class that still costs something. */
export async function vmsByStudent(session: ClassSession): Promise<VmOfStudent[]> {
  const [vms, names] = await Promise.all([
    instancesOf(session, { terminated: true }),
    namesOf(session.folder),
  ]);
  return vmsOf(session.config.students, vms, names);
}

/** The VM as one that can be asked; undefined where it does not run. */
export function reachableOf({ id, state, address }: CloudResource): Reachable | undefined {
  return state === 'running' && address ? { instance: id, address } : undefined;
}

async function answerOf(session: ClassSession, vm: Reachable): Promise<Answer> {
  try {
    const report = await askVm(session, vm, answerSeconds);
    const { ready, isBusy, failed, left } = report;
    return {
      ready,
      failed,
      ...(left === undefined ? {} : { hoursLeft: left / 3600 }),
      ...(ready || isBusy ? {} : { problem: stopped(report).problem }),
    };
  } catch (error) {
    return { ready: false, problem: asFailure(error, 'class status').problem };
  }
}
