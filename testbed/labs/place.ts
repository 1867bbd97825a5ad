import type { Condition } from '../../labs/shared/lab-cases';
import type { Finished } from '../programs/process';

/** Whether a condition is true now, and what was seen. */
export interface Answer {
  readonly holds: boolean;
  readonly saw: string;
}

/** Where a reader sits. */
export interface Place {
  /** Runs a test's own line. */
  sh(line: string): Promise<Finished>;
  /** Types commands that were shown, one after the other, whatever each of them brings. */
  types(commands: readonly string[]): Promise<Finished>;
  /** Makes a file of the working folder, as a reader does in an editor. */
  saves(file: string, text: string): Promise<void>;
  dkkb(...args: readonly string[]): Promise<Finished>;
  asks(condition: Condition): Promise<Answer>;
}
