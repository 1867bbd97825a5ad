import type { MachineCheck } from './check';
import type { LabBase } from './lab';

/** A lab that only asks whether the machine is ready for the exercises; it sets up and removes nothing. */
export interface Probe<C = MachineCheck> extends LabBase {
  readonly platform: 'machine';
  /** What is asked. */
  readonly of: 'docker' | 'cluster' | 'computer';
  /** What the reader types. */
  readonly commands: readonly string[];
  /** The only system that it is about. @default every one */
  readonly onlyOn?: 'windows' | 'macos' | 'linux';
  /** Whether the reader makes something, which is not made for them. @default false */
  readonly byHand?: boolean;
  readonly checks: readonly C[];
}
