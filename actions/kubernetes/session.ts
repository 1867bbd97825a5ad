import { resolve } from 'node:path';
import { Failure } from '../../runtime/failure';
import {
  absentCluster,
  lookAtCluster,
  type AcceptedFiles,
  type ClusterFacts,
} from '../../runtime/kubernetes/cluster';
import { findTarget, type ClusterTarget } from '../../runtime/kubernetes/target';
import { clusterFolder } from '../../runtime/paths';
import type { PlaceOptions } from '../place';

/** One namespace of a cluster and the folder with what is remembered of the labs there. */
export interface ClusterSession {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience: number;
  /** Throws where no cluster was found. */
  target(): ClusterTarget;
  /** Remembers that the server has taken the content of a file. */
  accept(path: string, content: string): void;
  /** A new look at the cluster; facts of an earlier look do not change. */
  look(): ClusterFacts;
}

const defaultPatience = 180_000;

/** Finds the cluster of kubectl; one that is not found is said when it is first asked. */
export async function openClusterSession({
  dir = process.cwd(),
  patience = defaultPatience,
  ...named
}: PlaceOptions): Promise<ClusterSession> {
  const found = await findTarget(named).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
  const accepted: AcceptedFiles = new Map();
  const target = () => {
    if (found instanceof Failure) throw found;
    return found;
  };
  return {
    folder:
      found instanceof Failure
        ? clusterFolder('', '')
        : clusterFolder(found.context, found.namespace),
    dir: resolve(dir),
    patience,
    target,
    accept: (path, content) =>
      void accepted.set(path, { content, answer: { code: 0, stdout: '', stderr: '' } }),
    look: () => (found instanceof Failure ? absentCluster(found) : lookAtCluster(found, accepted)),
  };
}
