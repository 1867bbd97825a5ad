import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../../core/problem';
import { objectIn } from '../checks/find-object';
import type { KubernetesLab } from '../lab';
import type { Probe } from '../../core/probe';
import type { LabBase } from '../../core/lab';
import type { ClusterCheck, ClusterContext } from '../checks/check';
import type { ClusterSnapshot } from '../cluster/snapshot';
import { readRecord } from '../../core/machine/records';
import { isWaiting, record } from '../../core/verbs/record';
import { runChecks, type Verdict } from '../../core/verdict';
import type { ClusterSession } from './session';

/** How long, in milliseconds, Pods that have just been made or deleted may take. */
const startingTime = 60_000;
const pollInterval = 100;

/** What is graded here: an exercise, or a probe of the machine. */
export type GradedLab = KubernetesLab | Probe<ClusterCheck>;

/** Runs a lab's checks on one snapshot of the cluster; records nothing. */
export async function gradeOnce(
  lab: GradedLab,
  cluster: ClusterSnapshot,
  { folder, dir, outside }: ClusterSession,
): Promise<Verdict> {
  const { begun } = await readRecord(folder, lab.id);
  if (lab.platform === 'kubernetes') askElsewhere(lab, cluster).catch(() => undefined);
  const context = { begun, cluster, dir, ...outside };
  return runChecks<ClusterContext, LabBase>(lab, context);
}

// The checks would ask one thing after the other. The cluster can answer all questions at once.
async function askElsewhere(lab: KubernetesLab, cluster: ClusterSnapshot): Promise<void> {
  const found = await Promise.all(lab.solution.map((one) => objectIn({ cluster }, one)));
  const missing = lab.solution.filter((_, index) => !found[index]);
  await Promise.all(
    missing.map(({ kind, props }) => cluster.elsewhere(kind.toLowerCase(), props.name)),
  );
}

/** Grades labs side by side, giving Pods that have just been made the time to become ready, and records what passed. */
export async function grade(
  labs: readonly GradedLab[],
  session: ClusterSession,
  onWaiting: (problem: Problem) => void = () => undefined,
  patience?: number,
): Promise<Verdict[]> {
  const cluster = session.cluster.snapshot();
  return Promise.all(
    labs.map(async (lab) => {
      let verdict = await gradeOnce(lab, cluster, session);
      const limit = Date.now() + (patience ?? (await remainingTime(verdict, cluster)));
      while (isWaiting(verdict) && Date.now() < limit) {
        if (verdict.problems[0]) onWaiting(verdict.problems[0]);
        await delay(pollInterval);
        verdict = await gradeOnce(lab, session.cluster.snapshot(), session);
      }
      return record(verdict, session);
    }),
  );
}

async function remainingTime(verdict: Verdict, cluster: ClusterSnapshot): Promise<number> {
  if (!isWaiting(verdict)) return 0;
  const { pods, replicaSets, deployments, services } = await cluster.objects();
  const times = [...pods, ...replicaSets, ...deployments, ...services].flatMap(({ metadata }) => [
    Date.parse(metadata.creationTimestamp),
    Date.parse(metadata.deletionTimestamp ?? metadata.creationTimestamp),
  ]);
  const age = Date.now() - Math.max(0, ...times);
  return Math.min(startingTime, Math.max(0, startingTime - age));
}
