import {
  instructor,
  studentVm,
  type PracticeVmProps,
  type StudentVmProps,
} from './config/practice-vm';
import { isMade, type VmChange } from './changes';
import { addressesOf, type ClassSession } from './session';
import { ensureKeyPairs } from './terraform/key-pairs';

/** Everything that the class is made from. Keys are made for VMs that are to be made; a VM that exists keeps what it was made with. */
export async function propsOf(
  session: ClassSession,
  changes: readonly VmChange[],
  owner: string,
): Promise<PracticeVmProps> {
  const { config, fleet, keyFolder, state } = session;
  const made = changes.filter(isMade).map(({ student }) => student.id);
  const [keys, allow] = await Promise.all([
    ensureKeyPairs(keyFolder, [instructor, ...made]),
    addressesOf(session),
  ]);
  const instructorKey = keys.get(instructor) ?? '';
  // The key of a VM that exists is not changed, so any key may stand in its place.
  const keyOf = ({ student }: VmChange) => keys.get(student.id) ?? instructorKey;
  // A student's second VM stays outside of Terraform.
  const own = changes.filter(({ work }) => work !== 'more');
  const vmFor = (change: VmChange): [string, StudentVmProps] => {
    const { student, vm } = change;
    const wanted = studentVm(config, keyOf(change), instructorKey);
    if (isMade(change)) return [student.id, wanted];
    // A VM that is kept has what it was made with, whatever the configuration says now.
    const { hours = wanted.hours, disk = wanted.disk, ubuntu = wanted.ubuntu } = vm ?? {};
    return [student.id, { ...wanted, hours, disk, ubuntu }];
  };
  return {
    ...config,
    fleet,
    owner,
    allow,
    keyFolder,
    state,
    students: Object.fromEntries(own.map(vmFor)),
    publicKeys: Object.fromEntries(own.map((change) => [change.student.id, keyOf(change)])),
    instructorKey,
  };
}
