import type { LabBase } from '../../core/lab';
import type { Manifest } from './manifests';

/** An exercise on a Kubernetes cluster: what is given and what is asked for. */
export interface ClusterExercise extends LabBase {
  readonly platform: 'kubernetes';
  /** What the reader is given: files, and what they describe applied. */
  readonly setup: readonly Manifest[];
  /** The files and the state that the reader works towards. */
  readonly solution: readonly Manifest[];
  /** The label `app` of the Pods of which the reader deletes one by hand. */
  readonly deletesPodOf?: string;
}
