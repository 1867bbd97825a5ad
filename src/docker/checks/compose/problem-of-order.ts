import type { Problem } from '../../../core/problem';
import type { Fault } from '../../../core/repair/goal';
import { dependsWrong } from '../../problems/compose/compose';
import type { WrongFile } from './mend';

/** A service that depends on itself, or on one that needs it; undefined where no fault that ended is one of that kind. */
export function ofOrder(
  ended: readonly Fault[],
  { file, wanted }: WrongFile,
  line: string,
): Problem | undefined {
  const turned = ended.find(
    ({ kind, path, found }) =>
      kind === 'unknown' && path[2] === 'depends_on' && String(found) in (wanted.services ?? {}),
  );
  if (!turned) return undefined;
  const service = turned.path[1];
  const right = ended.find(({ kind, path }) => kind === 'wrong' && path[1] === service);
  return dependsWrong({
    file,
    line,
    service: String(service),
    found: String(turned.found),
    wanted: right ? String(right.wanted) : '',
  });
}
