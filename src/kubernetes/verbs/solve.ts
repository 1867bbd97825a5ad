import { podsOf, replicaSetsOf } from '../cluster/objects';
import { appliedBy, deletedBy } from '../model/commands';
import { manifestText } from '../model/manifest-object';
import { manifestPath, objectName } from '../model/manifest-files';
import type { KubernetesLab } from '../lab';
import { deleteObjects } from '../cluster/apply';
import { kubectl } from '../cluster/kubectl';
import { inFolder } from '../../core/machine/in-folder';
import { updateRecord } from '../../core/machine/records';
import type { Reporter } from '../../core/reporter';
import type { Verdict } from '../../core/verdict';
import { apply, prepare, prepareOnce, untilRolledOut, writeManifests } from './prepare';
import { grade, gradeOnce } from './grade';
import { standingOf, type Standing } from './owner';
import type { ClusterSession } from './session';

/** Brings a lab to its solution and checks it; returns what the checks say. */
export async function solve(
  lab: KubernetesLab,
  session: ClusterSession,
  reporter: Reporter,
): Promise<Verdict> {
  await (isAct(lab) ? act(lab, session, reporter) : reach(lab, session, reporter));
  const text = { ko: '결과를 확인하는 중', en: 'Looking at the outcome' };
  const [verdict] = await reporter.step(text, (update) =>
    grade([lab], session, (problem) => update(problem.describe().message), session.patience),
  );
  if (!verdict) throw new Error('grading one lab gives one verdict');
  return verdict;
}

/** Whether a lab is an action on its setup, and not a state to reach. */
function isAct(lab: KubernetesLab): boolean {
  return lab.deletesPodOf !== undefined || deletedBy(lab).length > 0;
}

async function reach(
  lab: KubernetesLab,
  session: ClusterSession,
  reporter: Reporter,
): Promise<void> {
  const standing = await standingOf(lab.solution, session.cluster.snapshot());
  const open = standing.filter(({ status }) => status !== 'same');
  open.filter(({ owner }) => owner === 'reader').forEach((one) => noteChange(one, reporter));
  await writeManifests(lab, lab.solution, session, reporter);
  await apply(open, session, reporter);
  await updateRecord(session.folder, lab.id, (record) => ({
    ...record,
    begun: record.begun ?? { at: new Date().toISOString() },
  }));
  acceptFiles(lab, session);
  await untilRolledOut(lab.solution, session, reporter, true);
}

// They were applied a moment ago; a file of the reader's own says something else.
function acceptFiles(lab: KubernetesLab, session: ClusterSession): void {
  for (const manifest of appliedBy(lab))
    session.cluster.accept(inFolder(session.dir, manifestPath(manifest)), manifestText(manifest));
}

function noteChange({ manifest }: Standing, reporter: Reporter): void {
  const name = objectName(manifest);
  reporter.note({
    ko: `직접 만드신 \`${name}\` 오브젝트를 정답의 값으로 바꿉니다.`,
    en: `\`${name}\`, which is yours, is changed to the solution's values.`,
  });
}

async function act(lab: KubernetesLab, session: ClusterSession, reporter: Reporter): Promise<void> {
  const { status } = await gradeOnce(lab, session.cluster.snapshot(), session);
  if (status === 'passed' && lab.deletesPodOf) return;
  const given = await standingOf(lab.setup, session.cluster.snapshot());
  const isGiven = given.every((one) => one.status !== 'missing');
  await (isGiven ? prepareOnce(lab, session, reporter) : prepare(lab, session, reporter));
  if (lab.deletesPodOf) await deleteOnePod(lab, session, reporter);
  const names = deletedBy(lab).map(objectName);
  if (names.length === 0) return;
  const shown = names.join(', ');
  await reporter.step({ ko: `${shown} 삭제하는 중`, en: `Deleting ${shown}` }, () =>
    deleteObjects(session.cluster.target(), names),
  );
}

async function deleteOnePod(
  lab: KubernetesLab,
  session: ClusterSession,
  reporter: Reporter,
): Promise<void> {
  const objects = await session.cluster.snapshot().objects();
  const names = new Set(lab.setup.map(({ props }) => props.name));
  const deployment = objects.deployments.find(({ metadata }) => names.has(metadata.name));
  const [pod] = deployment ? podsOf(replicaSetsOf(deployment, objects).slice(0, 1), objects) : [];
  if (!pod) return;
  const { name } = pod.metadata;
  await reporter.step({ ko: `${name} 파드 삭제하는 중`, en: `Deleting the Pod ${name}` }, () =>
    kubectl(session.cluster.target(), ['delete', 'pod', name]),
  );
}
