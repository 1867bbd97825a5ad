import type { ClusterCheck } from './checks/check';
import type { ClusterExercise } from './model/exercise';

/** An exercise on a cluster with what is checked of it. */
export interface KubernetesLab extends ClusterExercise {
  readonly checks: readonly ClusterCheck[];
}
