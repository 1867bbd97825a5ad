import type { HttpAnswer } from './answers/http';
import type { LabBase } from './lab';
import type { Files } from './machine/files';
import type { Run } from './machine/process';
import type { Problem } from './problem';
import type { Machine } from './system';
import type { Text } from './text';

/** What a check may ask of any machine; nothing in it changes anything. */
export interface MachineContext {
  /** The reader's folder, absolute. */
  readonly dir: string;
  readonly files: Files;
  ask(url: string, stopAt?: string, timeout?: number): Promise<HttpAnswer>;
  readonly run: Run;
  /** The facts about the machine that decide the advice. */
  readonly machine: Machine;
  /** Reports something that is worth knowing though nothing is wrong. */
  tell(found: Text): void;
}

/** Turns facts into problems; no problem means passed. */
export interface Check<Context = MachineContext, Exercise = LabBase> {
  /** What it looks at, as an item of a checklist. */
  title(exercise: Exercise): Text;
  /** Checks of one subject run in order and stop at the first that fails. */
  readonly subject: string;
  run(context: Context): Promise<readonly Problem[]>;
}

/** A check that asks the machine only. */
export type MachineCheck = Check;
