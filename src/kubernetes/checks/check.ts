import type { Check, MachineContext } from '../../core/check';
import type { LabBase } from '../../core/lab';
import type { Begun } from '../../core/machine/records';
import type { ClusterSnapshot } from '../cluster/snapshot';

/** What a check of a Kubernetes exercise may ask. */
export interface ClusterContext extends MachineContext {
  readonly cluster: ClusterSnapshot;
  readonly begun: Begun | undefined;
}

/** A check of a Kubernetes exercise. */
export type ClusterCheck = Check<ClusterContext, LabBase>;
