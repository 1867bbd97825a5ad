import type { Problem } from '../core/problem';
import type { Student } from './config/students';
import type { CloudResource } from './aws/fleet';
import { costOf } from './cost';
import type { Reachable } from './hosts';
import { answerSeconds, asFailure, askVm } from './machines';
import { instancesOf, type ClassSession } from './session';
import { isAlive } from './up';
import { stopped } from './vm-report';

/** A student and the VM that the cloud has for them. */
export interface StudentVm extends Student {
  /** EC2's name of the state; `none` where EC2 has no instance. */
  readonly state: string;
  readonly instance?: string;
  readonly address?: string;
}

/** How a student's VM is. */
export interface VmStatus extends StudentVm {
  /** Undefined where the VM was not asked. */
  readonly ready?: boolean;
  readonly hoursLeft?: number;
  /** In US dollars at list prices. */
  readonly cost?: number;
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
      const isGone = vm?.state === 'terminated';
      const cost = vm && !isGone ? costOf([vm], session.config, new Date()) : undefined;
      const reachable = vm && reachableOf(vm);
      const status: VmStatus = {
        ...student,
        ...(cost === undefined ? {} : { cost }),
        ...(ask && reachable ? await answerOf(session, reachable) : {}),
      };
      onStatus(status);
      return status;
    }),
  );
}

/** The students of a class, and those who have left it and still have a VM, each with what the cloud has. */
export async function vmsByStudent(
  session: ClassSession,
): Promise<(StudentVm & { readonly vm: CloudResource | undefined })[]> {
  const things = (await instancesOf(session, { terminated: true })).sort(newestFirst);
  const names = new Map(session.config.students.map(({ id, name }) => [id, name]));
  for (const { student, state = '' } of things)
    if (student !== undefined && isAlive(state) && !names.has(student)) names.set(student, student);
  return [...names].map(([id, name]) => {
    const vm = things.find(({ student }) => student === id);
    if (!vm) return { id, name, state: 'none', vm };
    const address = vm.address ? { address: vm.address } : {};
    return { id, name, state: vm.state ?? '', instance: vm.id, ...address, vm };
  });
}

/** Sorts a VM that was made again before the VMs that it replaced. */
function newestFirst(a: CloudResource, b: CloudResource): number {
  const alive = ({ state = '' }: CloudResource) => Number(isAlive(state));
  return alive(b) - alive(a) || ((a.launchedAt ?? '') < (b.launchedAt ?? '') ? 1 : -1);
}

/** The VM as one that can be asked; undefined where it does not run. */
export function reachableOf({ id, state, address }: CloudResource): Reachable | undefined {
  return state === 'running' && address ? { instance: id, address } : undefined;
}

async function answerOf(
  session: ClassSession,
  vm: Reachable,
): Promise<Pick<VmStatus, 'ready' | 'hoursLeft' | 'failed' | 'problem'>> {
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
