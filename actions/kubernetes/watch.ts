import type { KubernetesLab } from '../../labs/lab';
import type { Verdict } from '../verdict';
import { Bell, Patience, type Progress } from '../watch';
import { grade, gradeOnce } from './grade';
import type { ClusterSession } from './session';

/** Grades a lab whenever the cluster changes, until it is passed. */
export async function watchLab(
  lab: KubernetesLab,
  session: ClusterSession,
  onProgress: (progress: Progress) => void,
): Promise<Verdict> {
  const bell = new Bell();
  const patience = new Patience();
  for (;;) {
    const verdict = await gradeOnce(lab, session.look(), session);
    const waiting = verdict.problems.some(({ kind }) => kind === 'waiting') && !patience.isOver();
    onProgress({ verdict, waiting });
    const [passed] = verdict.status === 'passed' ? await grade([lab], session) : [];
    if (passed?.status === 'passed') return passed;
    await bell.wait(1_000);
  }
}
