import { record } from '../core/verbs/record';
import type { Outside } from '../core/verbs/session';
import type { Probe } from '../core/probe';
import { runChecks, type Verdict } from '../core/verdict';

/** One computer, and the folder with what is remembered of the labs about it. */
export interface ComputerSession {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How this computer, or another one that is meant, is asked. */
  readonly outside: Outside;
}

/** Runs the checks of a lab on a fresh look at the computer; records nothing. */
export async function gradeOnce(lab: Probe, { dir, outside }: ComputerSession): Promise<Verdict> {
  // What is remembered of a look belongs to this function: a later look asks again.
  const run: Outside['run'] = (...question) => outside.run(...question);
  return runChecks(lab, { dir, ...outside, run });
}

/** Grades labs about a computer side by side, and records what passed. */
export async function gradeComputer(
  labs: readonly Probe[],
  session: ComputerSession,
): Promise<Verdict[]> {
  return Promise.all(labs.map(async (lab) => record(await gradeOnce(lab, session), session)));
}
