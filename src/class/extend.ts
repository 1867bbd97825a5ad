import { asFailure, extendVm } from './machines';
import { instancesOf, type ClassSession } from './session';
import { reachableOf } from './status';

/** What became of the deadline of a student's VM. */
export interface Extended {
  readonly id: string;
  readonly extended: boolean;
  /** The hours until the new deadline. */
  readonly hoursLeft?: number;
  /** Why it was not moved. */
  readonly said?: string;
}

/** Moves the deadlines of all VMs of a class, or of these students' VMs only, by so many hours; all at once. */
export async function extendClass(
  session: ClassSession,
  hours: number,
  students: readonly string[] = [],
): Promise<Extended[]> {
  const things = await instancesOf(session);
  const vms = things.map((thing) => ({ id: thing.student ?? thing.id, thing }));
  const meant = vms.filter(({ id }) => students.length === 0 || students.includes(id));
  const without = students.filter((id) => !vms.some((vm) => vm.id === id));
  return Promise.all([
    ...meant.map(async ({ id, thing }) => {
      const vm = reachableOf(thing);
      if (!vm) return { id, extended: false, said: thing.state ?? 'unknown' };
      try {
        return { id, extended: true, hoursLeft: await extendVm(session, vm, hours) };
      } catch (error) {
        const { code, values } = asFailure(error, 'class extend');
        return { id, extended: false, said: values['said'] || code };
      }
    }),
    ...without.map((id) => ({ id, extended: false, said: 'none' })),
  ]);
}
