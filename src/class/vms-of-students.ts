import type { Student } from './config/students';
import type { CloudResource } from './aws/resource';
import { ownFirst } from './own-vm';

/** A student and the VM that the cloud has for them. */
export interface StudentVm extends Student {
  /** EC2's name of the state; `none` where EC2 has no instance. */
  readonly state: string;
  /** Why a VM that nobody on the roster needs is still there: its student left the roster, or has one more. */
  readonly leftover?: 'left' | 'more';
  readonly instance?: string;
  readonly address?: string;
}

/** A row of a class with its VM as the cloud has it. */
export type VmOfStudent = StudentVm & { readonly vm: CloudResource | undefined };

/** The VMs of a class by its students: of several VMs a student has the first by `ownFirst`; the others follow, with the names that are known. */
export function vmsOf(
  students: readonly Student[],
  vms: readonly CloudResource[],
  names: ReadonlyMap<string, string> = new Map(),
): VmOfStudent[] {
  const things = ownFirst(vms);
  const own = students.map(({ id, name }) =>
    rowOf(
      { id, name },
      things.find(({ student }) => student === id),
    ),
  );
  const shown = new Set(own.map(({ instance }) => instance));
  const others = things.filter(({ id, state = '' }) => !isGone(state) && !shown.has(id));
  return [...own, ...leftovers(students, others, names)];
}

function rowOf(student: Student & Pick<StudentVm, 'leftover'>, vm?: CloudResource): VmOfStudent {
  if (!vm) return { ...student, state: 'none', vm };
  const address = vm.address ? { address: vm.address } : {};
  return { ...student, state: vm.state ?? '', instance: vm.id, ...address, vm };
}

/** VMs that are nobody's on the roster, or a second one. Only the first of a student has the student's id. */
function leftovers(
  students: readonly Student[],
  vms: readonly CloudResource[],
  names: ReadonlyMap<string, string>,
): VmOfStudent[] {
  const taken = new Map(students.map(({ id, name }) => [id, name]));
  return vms.map((vm) => {
    const { student = vm.id } = vm;
    const name = taken.get(student);
    if (name !== undefined) return rowOf({ id: vm.id, name, leftover: 'more' }, vm);
    taken.set(student, student);
    return rowOf({ id: student, name: names.get(student) ?? student, leftover: 'left' }, vm);
  });
}

/** Whether a VM is gone or about to be: AWS charges nothing more for it. */
function isGone(state: string): boolean {
  return ['shutting-down', 'terminated'].includes(state);
}
