import { Failure } from '../../core/failure';
import type { AcceptedFiles } from './dry-run';
import { absentCluster, takeSnapshot, type ClusterSnapshot } from './snapshot';
import { findTarget, type ClusterTarget, type TargetOptions } from './target';
import { remoteClusterMissing } from '../../core/problems/remote';

/** One namespace of a cluster: all that is asked of it goes through here. */
export interface Cluster {
  /** Throws where no cluster was found. */
  target(): ClusterTarget;
  /** Remembers that the server has taken the content of a file. */
  accept(path: string, content: string): void;
  /** The cluster as it is from now on; an earlier snapshot does not change. */
  snapshot(): ClusterSnapshot;
}

/** Opens the cluster that kubectl would use, or the named one; one that is not found fails when it is first asked. */
export async function openCluster(named: TargetOptions): Promise<Cluster> {
  const found = await findTarget(named).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    const isMissingThere = named.run && error.code === 'no-cluster';
    return isMissingThere ? new Failure(remoteClusterMissing(error.values)) : error;
  });
  const accepted: AcceptedFiles = new Map();
  const target = () => {
    if (found instanceof Failure) throw found;
    return found;
  };
  return {
    target,
    accept: (path, content) =>
      void accepted.set(path, { content, answer: { code: 0, stdout: '', stderr: '' } }),
    snapshot: () =>
      found instanceof Failure ? absentCluster(found) : takeSnapshot(found, accepted),
  };
}

/** The context and the namespace of a cluster; empty where none was found. */
export function placeOf({ target }: Cluster): Pick<ClusterTarget, 'context' | 'namespace'> {
  try {
    return target();
  } catch (error) {
    if (error instanceof Failure) return { context: '', namespace: '' };
    throw error;
  }
}
