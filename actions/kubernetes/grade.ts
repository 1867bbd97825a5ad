import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../../checks/check';
import { objectIn } from '../../checks/cluster-object';
import type { KubernetesLab, Lab } from '../../labs/lab';
import { defaultEndpoint } from '../../runtime/chosen-engine';
import { lookAtEngine } from '../../runtime/engine';
import type { ClusterFacts } from '../../runtime/kubernetes/cluster';
import { readRecord } from '../../runtime/records';
import { isWaiting, record } from '../grade';
import { runChecks, type Verdict } from '../verdict';
import type { ClusterSession } from './session';

/** How long, in milliseconds, Pods that have just been made or deleted may take. */
const startingTime = 60_000;
const pollInterval = 100;

/** Runs a lab's checks on one look at the cluster; records nothing. */
export async function gradeOnce(
  lab: Lab,
  cluster: ClusterFacts,
  { folder, dir, outside }: ClusterSession,
): Promise<Verdict> {
  const { begun } = await readRecord(folder, lab.id);
  const engine = lookAtEngine(defaultEndpoint);
  if (lab.platform === 'kubernetes') askElsewhere(lab, cluster).catch(() => undefined);
  return runChecks(lab, { lab, begun, engine, cluster, dir, ...outside });
}

// The checks ask one thing after the other; the cluster can answer all of it at once.
async function askElsewhere(lab: KubernetesLab, cluster: ClusterFacts): Promise<void> {
  const found = await Promise.all(lab.solution.map((one) => objectIn({ cluster }, one)));
  const missing = lab.solution.filter((_, index) => !found[index]);
  await Promise.all(
    missing.map(({ kind, props }) => cluster.elsewhere(kind.toLowerCase(), props.name)),
  );
}

/** Grades labs side by side, giving Pods that have just been made the time to become ready, and records what passed. */
export async function grade(
  labs: readonly Lab[],
  session: ClusterSession,
  onWaiting: (problem: Problem) => void = () => undefined,
  patience?: number,
): Promise<Verdict[]> {
  const cluster = session.look();
  return Promise.all(
    labs.map(async (lab) => {
      let verdict = await gradeOnce(lab, cluster, session);
      const limit = Date.now() + (patience ?? (await remainingTime(verdict, cluster)));
      while (isWaiting(verdict) && Date.now() < limit) {
        if (verdict.problems[0]) onWaiting(verdict.problems[0]);
        await delay(pollInterval);
        verdict = await gradeOnce(lab, session.look(), session);
      }
      return record(verdict, session);
    }),
  );
}

async function remainingTime(verdict: Verdict, cluster: ClusterFacts): Promise<number> {
  if (!isWaiting(verdict)) return 0;
  const { pods, replicaSets, deployments, services } = await cluster.objects();
  const times = [...pods, ...replicaSets, ...deployments, ...services].flatMap(({ metadata }) => [
    Date.parse(metadata.creationTimestamp),
    Date.parse(metadata.deletionTimestamp ?? metadata.creationTimestamp),
  ]);
  const age = Date.now() - Math.max(0, ...times);
  return Math.min(startingTime, Math.max(0, startingTime - age));
}
