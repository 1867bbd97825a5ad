import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { makePrivateFile, makePrivateFolder } from '../../core/machine/private-files';
import type { ClassSession } from '../session';

const fileOf = ({ folder }: Pick<ClassSession, 'folder'>, instance: string): string =>
  join(folder, 'answered', instance);

/** Notes that a VM has answered this computer. */
export async function noteAnswer(
  session: Pick<ClassSession, 'folder'>,
  instance: string,
): Promise<void> {
  await makePrivateFolder(join(session.folder, 'answered'));
  await makePrivateFile(fileOf(session, instance));
}

/** Whether a VM has ever answered this computer. */
export async function hasAnswered(
  session: Pick<ClassSession, 'folder'>,
  instance: string,
): Promise<boolean> {
  return access(fileOf(session, instance)).then(
    () => true,
    () => false,
  );
}
