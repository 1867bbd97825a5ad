import { basename, dirname, join } from 'node:path';

import { ensureKeyPairs } from '../src/class/terraform/key-pairs';
import { practiceHost } from '../src/core/practice-machine';

/** Makes the key of the practice host's reader once; only its owner can read the private half, which is in no Terraform state. */
export async function makePracticeKey(project: string): Promise<void> {
  const key = join(project, practiceHost.privateKey);
  // Other stacks need no key; the practice host then says which file is missing.
  await ensureKeyPairs(dirname(key), [basename(key)]).catch((error: unknown) =>
    console.error(`no key for ${practiceHost.stack}: ${String(error)}`),
  );
}
