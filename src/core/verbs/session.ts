import { ask, askLonger } from '../answers/http';
import { answerTime } from '../answers/question';
import type { MachineContext } from '../check';
import { files } from '../machine/files';
import { handsHere, type Hands } from '../machine/hands';
import { run, within } from '../machine/process';
import { currentMachine } from '../system';

/** How a machine is asked for its files, pages and programs. */
export type Outside = Pick<MachineContext, 'files' | 'ask' | 'run' | 'machine'>;

/** A machine on which labs are done: how it is asked, how it is changed. */
export interface Place {
  readonly outside: Outside;
  readonly hands: Hands;
}

/** This machine, while one command works. */
export function placeHere(): Place {
  return { outside: thisMachine(), hands: handsHere };
}

/** How this machine is asked while one command works. */
export function thisMachine(): Outside {
  return { files, ask: askLonger(ask), run: within(answerTime, run), machine: currentMachine() };
}

/** Databases are ready within half a minute. This is enough for a machine ten times slower, and the user sees what is waited for. */
export const defaultPatience = 600_000;
