import { homedir } from 'node:os';
import { join } from 'node:path';

import { decoded } from '../../core/checks/text';
import { files } from '../../core/machine/files';
import { withEdits, type Problem } from '../../core/problem';
import { groupsOf, stepsOf } from '../../core/repair/edits';
import { isLinux, type Machine } from '../../core/system';
import { daemonFileWrong } from '../daemon-problems';
import { faultsOf, mendedSettings } from './mend';

/** Settings that are longer are not searched: a reader writes a few lines. */
const longest = 4_000;

/** The file of the settings of this machine's own engine. */
export function daemonFileOf({ system }: Machine): string {
  return isLinux(system) ? '/etc/docker/daemon.json' : join(homedir(), '.docker', 'daemon.json');
}

/** The mistakes in the settings of an engine that does not start; none where the file is right, missing or not for this user. */
export async function daemonFileProblems(file: string): Promise<Problem[]> {
  const content = await files.bytes(file, longest).catch(() => undefined);
  if (content === undefined) return [];
  const text = decoded(content);
  if (text === undefined) return [daemonFileWrong({ file, line: '1', mistake: '' })];
  if (faultsOf(text).length === 0) return [];
  const { start, changes, faults } = mendedSettings(text);
  if (faults.length > 0) return [daemonFileWrong({ file, line: '1', mistake: '' })];
  return groupsOf(start, stepsOf(start, changes)).flatMap(({ steps, edits }) =>
    steps.map(({ change: { mistake }, lines: [line = 1] }, at) =>
      withEdits(
        daemonFileWrong({ file, line: String(line), mistake }),
        at === 0 ? edits.map((edit) => ({ file, ...edit })) : [],
      ),
    ),
  );
}
