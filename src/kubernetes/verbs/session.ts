import { resolve } from 'node:path';
import { Failure } from '../../core/failure';
import { absentCluster, lookAtCluster, type ClusterFacts } from '../cluster/cluster';
import type { AcceptedFiles } from '../cluster/dry-run';
import { findTarget, type ClusterTarget, type TargetOptions } from '../cluster/target';
import { clusterFolder } from '../../core/machine/paths';
import type { PlatformOptions } from '../../core/platform';
import { defaultPatience } from '../../core/verbs/session';
import { thisMachine, type Outside } from '../../core/verbs/session';
import { remoteClusterMissing } from '../../core/problems/remote';

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
  /** How this machine, or another one that is meant, is asked. */
  readonly outside: Outside;
}

/** Finds the cluster of kubectl; one that is not found is said when it is first asked. */
export async function openClusterSession({
  dir = process.cwd(),
  patience = defaultPatience,
  ...named
}: PlatformOptions): Promise<ClusterSession> {
  const found = await findOrWhy(named);
  const folder =
    found instanceof Failure
      ? clusterFolder('', '')
      : clusterFolder(found.context, found.namespace);
  return { ...sessionOf(found), folder, dir: resolve(dir), patience, outside: thisMachine() };
}

/** Finds the cluster of another machine's kubectl, under the name of that machine. */
export async function openClusterOf(
  machine: string,
  dir: string,
  outside: Outside,
  named: TargetOptions,
): Promise<ClusterSession> {
  const found = await findOrWhy({ ...named, run: outside.run });
  const isMissing = found instanceof Failure && found.code === 'no-cluster';
  const known = isMissing ? new Failure(remoteClusterMissing(found.values)) : found;
  const { namespace = '' } = known instanceof Failure ? {} : known;
  const folder = clusterFolder(machine, namespace);
  return { ...sessionOf(known), folder, dir, patience: 0, outside };
}

function findOrWhy(named: TargetOptions): Promise<ClusterTarget | Failure> {
  return findTarget(named).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

function sessionOf(
  found: ClusterTarget | Failure,
): Pick<ClusterSession, 'target' | 'accept' | 'look'> {
  const accepted: AcceptedFiles = new Map();
  return {
    target() {
      if (found instanceof Failure) throw found;
      return found;
    },
    accept: (path, content) =>
      void accepted.set(path, { content, answer: { code: 0, stdout: '', stderr: '' } }),
    look: () => (found instanceof Failure ? absentCluster(found) : lookAtCluster(found, accepted)),
  };
}
