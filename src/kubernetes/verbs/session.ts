import { resolve } from 'node:path';
import { clusterFolder } from '../../core/machine/paths';
import type { PlatformOptions } from '../../core/platform';
import { defaultPatience, placeHere, type Place } from '../../core/verbs/session';
import { openCluster, placeOf, type Cluster } from '../cluster/cluster';
import type { TargetOptions } from '../cluster/target';

/** One namespace of a cluster and the folder with what is remembered of the labs there. */
export interface ClusterSession extends Place {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience: number;
  readonly cluster: Cluster;
}

/** Opens the cluster of kubectl; one that is not found fails when it is first asked. */
export async function openClusterSession({
  dir = process.cwd(),
  patience = defaultPatience,
  ...named
}: PlatformOptions): Promise<ClusterSession> {
  const cluster = await openCluster(named);
  const { context, namespace } = placeOf(cluster);
  const folder = clusterFolder(context, namespace);
  return { cluster, folder, dir: resolve(dir), patience, ...placeHere() };
}

/** Opens the cluster of another machine's kubectl, under the name of that machine. */
export async function openClusterOf(
  machine: string,
  { outside, hands }: Place,
  where: Pick<ClusterSession, 'dir' | 'patience'>,
  named: TargetOptions,
): Promise<ClusterSession> {
  const cluster = await openCluster({ ...named, run: hands.run });
  const folder = clusterFolder(machine, placeOf(cluster).namespace);
  return { cluster, folder, ...where, outside, hands };
}
