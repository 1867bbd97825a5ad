import { isAlive, type CloudResource } from './aws/resource';
import type { ClassConfig } from './config/load';
import { isStudentId, type Student } from './config/students';
import { ownFirst } from './own-vm';

/** What `up` does with a student's VM. `left`: the student is no longer on the roster, and the VM stays. `more`: the student has another one besides, and this one stays too. */
export type VmWork = 'new' | 'kept' | 'started' | 'replaced' | 'left' | 'more';

/** A setting of a VM that is not what the configuration says. */
export interface Difference {
  readonly field: 'instanceType' | 'disk' | 'ubuntu' | 'spot' | 'hours';
  readonly has: string;
  readonly wants: string;
}

/** What `up` does for one student. */
export interface VmChange {
  readonly student: Student;
  readonly work: VmWork;
  /** The name under which the VM was made, where the roster has another one now. */
  readonly renamedFrom?: Student;
  /** The VM that the cloud has. */
  readonly vm?: CloudResource;
  /** How that VM differs from the configuration; `up` does not change it. */
  readonly differences: readonly Difference[];
}

/** What the changes are worked out from. */
export interface Wanted {
  readonly config: ClassConfig;
  readonly vms: readonly CloudResource[];
  /** The ids of the students whose VM is to be made again. */
  readonly replace: readonly string[];
  /** The names of students of an earlier roster, by id. */
  readonly names?: ReadonlyMap<string, string>;
  /** Students who are on the roster under a corrected name. */
  readonly renamed?: readonly { readonly from: Student; readonly to: Student }[];
}

/** What `up` does, student by student, in the order of the roster; students who have left come last. */
export function changesOf({ config, vms, replace, names, renamed = [] }: Wanted): VmChange[] {
  const alive = ownFirst(
    vms.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state)),
  );
  const vmOf = (id: string) => alive.find(({ student }) => student === id);
  const onRoster = config.students.map((student): VmChange => {
    const from = renamed.find(({ to }) => to.id === student.id)?.from;
    const vm = vmOf(student.id) ?? (from && vmOf(from.id));
    const isReplaced = vm !== undefined && replace.includes(student.id);
    return {
      student,
      work: isReplaced ? 'replaced' : workFor(vm),
      ...(from && vm?.student === from.id && !isReplaced ? { renamedFrom: from } : {}),
      ...(vm ? { vm } : {}),
      differences: vm && !isReplaced ? differencesOf(vm, config) : [],
    };
  });
  const taken = new Set(onRoster.flatMap(({ vm }) => vm?.id ?? []));
  const left = alive.flatMap((vm): VmChange[] => {
    if (taken.has(vm.id)) return [];
    const { student: id = vm.id } = vm;
    // Its tag names nobody.
    if (!isStudentId(id) || id === vm.id)
      return [{ student: { id: vm.id, name: vm.id }, work: 'more', vm, differences: [] }];
    const known = config.students.find((student) => student.id === id);
    const student = known ?? { id, name: names?.get(id) ?? id };
    return [{ student, work: known ? 'more' : 'left', vm, differences: [] }];
  });
  return [...onRoster, ...left];
}

function workFor(vm: CloudResource | undefined): VmWork {
  if (!vm) return 'new';
  return vm.state === 'stopped' || vm.state === 'stopping' ? 'started' : 'kept';
}

/** Whether `up` makes the VM. */
export function isMade({ work }: VmChange): boolean {
  return work === 'new' || work === 'replaced';
}

/** Whether something that exists is changed. Only a teacher may say yes to it. */
export function changesExisting({ work, renamedFrom }: VmChange): boolean {
  return work === 'replaced' || work === 'started' || renamedFrom !== undefined;
}

function differencesOf(vm: CloudResource, config: ClassConfig): Difference[] {
  const pairs: readonly [Difference['field'], unknown, unknown][] = [
    ['instanceType', vm.type, config.instanceType],
    ['disk', vm.disk, config.disk],
    ['ubuntu', vm.ubuntu, config.ubuntu],
    ['spot', vm.spot, config.spot],
    ['hours', vm.hours, config.hours],
  ];
  return pairs.flatMap(([field, has, wants]) =>
    has === undefined || has === wants ? [] : [{ field, has: String(has), wants: String(wants) }],
  );
}
