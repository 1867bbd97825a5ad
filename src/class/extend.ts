import { Failure } from '../core/failure';
import type { Problem } from '../core/problem';
import { tagDeadline } from './aws/change';
import type { CloudResource } from './aws/resource';
import { isStudentId, type Student } from './config/students';
import { asFailure, extendVm } from './vm/machines';
import { instancesOf, type ClassSession } from './session';
import { namesOf } from './records/remembered';
import { requireOwner } from './records/require-owner';
import { reachableOf } from './status';

/** What became of the deadline of a student's VM. */
export interface Extended extends Student {
  readonly extended: boolean;
  /** The hours until the new deadline. */
  readonly hoursLeft?: number;
  /** Why it was not moved: the state of a VM that does not run, or `none`. */
  readonly said?: string;
  /** Why it was not moved, where the VM was asked. */
  readonly problem?: Problem;
}

/** Chooses among the students of a class, and those who have left it and still have a VM. */
export type ChooseStudents = (students: readonly Student[]) => readonly Student[];

/** Whose deadlines are moved, and who agrees to it. */
export interface ExtendOptions {
  /** @default all VMs of the class */
  readonly choose?: ChooseStudents | undefined;
  /** Asked before a deadline is moved, with the VMs whose it is and all VMs of the class. */
  readonly agree: (
    meant: readonly CloudResource[],
    all: readonly CloudResource[],
  ) => Promise<boolean>;
}

/** Moves the deadlines of all VMs of a class, or of the chosen students' VMs only, by so many hours; all at once. Undefined where it was not agreed to. */
export async function extendClass(
  session: ClassSession,
  hours: number,
  { choose, agree }: ExtendOptions,
): Promise<Extended[] | undefined> {
  const things = await instancesOf(session);
  await requireOwner(session, things);
  const vms = things.map((thing) => ({ id: studentOf(thing), thing }));
  const names = await namesOf(session.folder);
  const onRoster = session.config.students;
  const ids = new Set(vms.map(({ id }) => id));
  onRoster.forEach(({ id }) => ids.delete(id));
  const all = [...onRoster, ...[...ids].map((id) => ({ id, name: names.get(id) ?? id }))];
  const vmsOf = (student: Student) => vms.filter(({ id }) => id === student.id);
  const meant = choose ? choose(all) : all.filter((student) => vmsOf(student).length > 0);
  const moved = meant.flatMap(vmsOf).map(({ thing }) => thing);
  if (!(await agree(moved, things))) return undefined;
  return Promise.all(
    meant.flatMap((student): (Extended | Promise<Extended>)[] => {
      const own = vmsOf(student);
      if (own.length === 0) return [{ ...student, extended: false, said: 'none' }];
      return own.map(({ thing }) => extendOne(session, student, thing, hours));
    }),
  );
}

/** Whose VM it is; a tag that is no id of a student, such as a stranger's, is not repeated. */
function studentOf({ id, student }: CloudResource): string {
  return student !== undefined && isStudentId(student) ? student : id;
}

async function extendOne(
  session: ClassSession,
  student: Student,
  thing: CloudResource,
  hours: number,
): Promise<Extended> {
  const vm = reachableOf(thing);
  if (!vm) return { ...student, extended: false, said: thing.state ?? 'unknown' };
  try {
    const left = await extendVm(session, vm, hours);
    await noteDeadline(session, thing, left);
    return { ...student, extended: true, hoursLeft: left };
  } catch (error) {
    const { code, values, problem } = asFailure(error, 'class extend');
    return { ...student, extended: false, said: values['said'] || code, problem };
  }
}

/** Notes the new deadline on the VM, for `class list` and the costs; the deadline itself is in the VM. */
async function noteDeadline(
  { config }: ClassSession,
  { id }: CloudResource,
  hoursLeft: number,
): Promise<void> {
  const end = new Date(Date.now() + hoursLeft * 3_600_000);
  await tagDeadline(config.region, id, end).catch((error: unknown) => {
    if (!(error instanceof Failure && error.code === 'aws-denied')) throw error;
  });
}
