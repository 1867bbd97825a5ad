import { say } from '../../language';
import { names } from './names';
import { mark, print } from '../terminal';

/** A student whose VM is not as it should be. */
export interface Unwell {
  readonly name: string;
  /** What is the same for all with this reason. */
  readonly key: string;
  readonly reason: string | undefined;
}

/** Prints each reason once, with the students whom it is about. */
export function printByReason(students: readonly Unwell[]): void {
  const groups = new Map<string, Unwell[]>();
  for (const one of students) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  for (const group of groups.values()) {
    const who = say(names(group.map(({ name }) => name)));
    const reason = group[0]?.reason;
    print(`${mark.failed} ${who}${reason ? `: ${reason}` : ''}`);
  }
}
