import type { DockerCheck } from './checks/check';
import type { DockerExercise } from './model/exercise';

/** An exercise on a Docker Engine with what is checked of it. */
export interface DockerLab extends DockerExercise {
  readonly checks: readonly DockerCheck[];
}
