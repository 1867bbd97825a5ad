import { Failure } from '../core/failure';
import { programMissing } from '../core/problems/program';
import { record } from '../core/verbs/record';
import { currentMachine, familyOf, type Machine } from '../core/system';
import type { Outside } from '../core/verbs/session';
import type { Probe } from '../core/probe';
import { lookOf } from './look';
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
  const run = runOf(outside);
  const machine = await machineOf({ ...outside, run });
  return runChecks(lab, { dir, ...outside, run, machine });
}

/** Asks anew; where a shell stands between, it says by its exit code that a program is missing. */
function runOf({ run, machine }: Outside): Outside['run'] {
  return async (program, args, options) => {
    const done = await run(program, args, options);
    const isMissing = machine !== currentMachine() && done.code === 127 && program !== 'sh';
    if (isMissing) throw new Failure(programMissing({ program }));
    return done;
  };
}

/** The machine that the words are for: of one that SSH reaches, the system is not known before it is asked. */
async function machineOf({ run, machine }: Outside): Promise<Machine> {
  if (machine === currentMachine()) return machine;
  const look = lookOf({ run, machine });
  const [facts, unix] = await Promise.all([look.computer(), look.unix()]);
  if (!facts || facts.system === 'windows') return machine;
  const isRoot = unix?.uid === 0;
  if (facts.system === 'macos') return { ...machine, system: 'macos', isRoot };
  return {
    ...machine,
    system: facts.inside === 'wsl2' ? 'wsl' : familyOf(facts.family ?? ''),
    isRoot,
  };
}

/** Grades labs about a computer side by side, and records what passed. */
export async function gradeComputer(
  labs: readonly Probe[],
  session: ComputerSession,
): Promise<Verdict[]> {
  return Promise.all(labs.map(async (lab) => record(await gradeOnce(lab, session), session)));
}
