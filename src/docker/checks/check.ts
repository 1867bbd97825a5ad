import type { Check, MachineContext } from '../../core/check';
import type { Begun } from '../../core/machine/records';
import type { EngineSnapshot } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';

/** What a check of a Docker exercise may ask. */
export interface DockerContext extends MachineContext {
  /** The exercise, with the reader's own accounts where they may be chosen. */
  readonly lab: DockerExercise;
  /** The same as the book has it. @default lab */
  readonly book?: DockerExercise;
  readonly engine: EngineSnapshot;
  readonly begun: Begun | undefined;
}

/** A check of a Docker exercise. */
export type DockerCheck = Check<DockerContext, DockerExercise>;
