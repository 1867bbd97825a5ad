import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { moveStudent } from './aws/change';
import type { VmChange } from './changes';
import { nameOfStudents } from './config/fleet';
import type { ClassSession } from './session';

/** Gives a VM the id of the student whose name was corrected: first the keys of this computer, then the VM's tags. A run that was killed in between goes on at its next start. */
export async function renameVm(
  { config, fleet, keyFolder }: ClassSession,
  { student, renamedFrom, vm }: VmChange,
): Promise<void> {
  if (!renamedFrom || !vm || renamedFrom.id === student.id) return;
  for (const half of ['', '.pub'])
    await moveFile(join(keyFolder, renamedFrom.id + half), join(keyFolder, student.id + half));
  await moveStudent(config.region, vm.id, student.id, nameOfStudents(fleet, student.id));
}

/** Renames a file, if there is one; what is there under the new name stays as `.before`. */
async function moveFile(from: string, to: string): Promise<void> {
  const isThere = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );
  if (!(await isThere(from))) return;
  if (await isThere(to)) await rename(to, `${to}.before`);
  await rename(from, to);
}
