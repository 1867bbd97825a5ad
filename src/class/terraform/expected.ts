import { isMade, type VmChange } from '../changes';
import type { PlannedChange } from './terraform';

const harmless = new Set(['noop', 'read', 'import', 'move', 'create']);

/** What Terraform would do to things that exist, and that no change names; `ownKeys` are the addresses of key pairs that the cloud knows as the class's. */
export function unexpected(
  planned: readonly PlannedChange[],
  changes: readonly VmChange[],
  ownKeys: ReadonlySet<string>,
): PlannedChange[] {
  const made = new Set(changes.filter(isMade).map(({ student }) => student.id));
  const replaced = new Set(
    changes.flatMap(({ student, work }) => (work === 'replaced' ? [student.id] : [])),
  );
  return planned.filter(({ resource, address, key = '', action }) => {
    // A key pair of the class is only what a new VM is started with.
    if (resource === 'aws_key_pair') return !isQuiet(action) && !ownKeys.has(address);
    if (resource === 'aws_instance')
      return action === 'create' ? !made.has(key) : !isQuiet(action) && !replaced.has(key);
    return action === 'delete' || action === 'replace';
  });
}

function isQuiet(action: string): boolean {
  return harmless.has(action);
}
