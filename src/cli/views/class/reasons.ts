import type { StudentVm } from '../../../class/status';
import type { Problem } from '../../../core/problem';
import { say } from '../../language';
import { mostListed, names } from './names';
import { problemLine } from '../problem';
import { mark } from '../terminal';

/** Why some VMs are not as they should be. */
export interface Reason {
  readonly rows: readonly StudentVm[];
  /** The problem of the first of them. */
  readonly problem: Problem;
}

/** The problems of all rows; those that say the same of another VM are one. */
export function reasonsOf<Row extends StudentVm>(
  rows: readonly Row[],
  problemOf: (row: Row) => Problem | undefined,
): Reason[] {
  const found = new Map<string, { rows: StudentVm[]; problem: Problem }>();
  for (const row of rows) {
    const problem = problemOf(row);
    if (!problem) continue;
    const key = `${problem.code} ${say(ofEach(problem).describe().message)}`;
    const known = found.get(key);
    if (known) known.rows.push(row);
    else found.set(key, { rows: [row], problem });
  }
  return [...found.values()];
}

/** A reason in one line: who, and why. */
export function reasonLine({ rows, problem }: Reason): string {
  const who = say(
    names(
      rows.map(({ name }) => name),
      mostListed,
    ),
  );
  const shown = problem.kind === 'failed' ? mark.failed : mark.unknown;
  return `${shown} ${who}: ${problemLine(rows.length > 1 ? ofEach(problem) : problem)}`;
}

/** A problem of one VM in words that hold for several. */
function ofEach(problem: Problem): Problem {
  const { host = '', instance = '', said } = problem.values;
  const each = say({ ko: '각 VM', en: 'each VM' });
  const values = {
    ...(host ? { host: each } : {}),
    ...(instance ? { instance: each } : {}),
    ...(said !== undefined && host ? { said: said.replaceAll(host, each) } : {}),
  };
  return { ...problem, describe: (machine) => problem.describe(machine, values) };
}
