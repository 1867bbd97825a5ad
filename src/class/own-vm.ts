import { isAlive, type CloudResource } from './aws/resource';
import { nameOfStudents } from './config/fleet';

/**
 * Sorts VMs so that of several of one student the student's own comes first: one that is not gone, one whose name
 * agrees with its tag of the student, the newest.
 */
export function ownFirst(vms: readonly CloudResource[]): CloudResource[] {
  return [...vms].sort(
    (a, b) =>
      Number(isAlive(b.state ?? '')) - Number(isAlive(a.state ?? '')) ||
      Number(isNamedSo(b)) - Number(isNamedSo(a)) ||
      compare(b.launchedAt ?? '', a.launchedAt ?? '') ||
      compare(a.id, b.id),
  );
}

/** A VM gets its name when it is made or given to another student; a tag that was changed by hand does not agree with it. */
function isNamedSo({ name, fleet = '', student = '' }: CloudResource): boolean {
  return name === nameOfStudents(fleet, student);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
