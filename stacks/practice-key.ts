import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { practiceHost } from '../src/core/practice-machine';

/** Makes the key of the practice host's reader once; its private half is nobody else's to read, and in no state. */
export function ensurePracticeKey(project: string): void {
  const key = join(project, practiceHost.privateKey);
  if (existsSync(key)) return;
  mkdirSync(dirname(key), { recursive: true, mode: 0o700 });
  const comment = practiceHost.stack;
  const { error, status, stderr } = spawnSync(
    'ssh-keygen',
    ['-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', key],
    { encoding: 'utf8' },
  );
  // Other stacks need no key; the practice host then says which file is missing.
  if (error || status !== 0)
    console.error(`no key for ${practiceHost.stack}: ssh-keygen: ${error?.message ?? stderr}`);
}
