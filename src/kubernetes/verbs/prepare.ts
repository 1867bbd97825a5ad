import type { Problem } from '../../core/problem';
import { stoppedPods } from '../checks/healed';
import { rolledOut } from '../checks/rollout';
import type { Manifest } from '../model/manifests';
import { manifestObject, manifestText } from '../model/manifest-object';
import { manifestPath, objectName, readersPath } from '../model/manifest-files';
import type { KubernetesLab } from '../lab';
import { Failure } from '../../core/failure';
import { applyObjects, awaitRollout } from '../cluster/apply';
import type { ClusterSnapshot } from '../cluster/snapshot';
import { readRecord, updateRecord } from '../../core/machine/records';
import { writeFiles } from '../../core/verbs/files';
import type { Reporter } from '../../core/reporter';
import { labLine } from '../../core/shell/lab-command';
import { standingOf, type Standing } from './owner';
import type { ClusterSession } from './session';
import { nodePortTaken } from '../problems/cluster';

/** Gives a lab's setup: files written, objects applied and ready; remembers when it was begun. Says what keeps it from being ready. */
export async function prepare(
  lab: KubernetesLab,
  session: ClusterSession,
  reporter: Reporter,
): Promise<readonly Problem[]> {
  const cluster = session.cluster.snapshot();
  const standing = await standingOf(lab.setup, cluster);
  standing.filter(isReaders).forEach((one) => noteKept(one, reporter));
  await noteStanding(lab, cluster, reporter);
  await writeManifests(lab, [], session, reporter);
  const missing = standing.filter(({ status, owner }) => status !== 'same' && owner === 'ours');
  await apply(missing, session, reporter);
  const problems = await untilRolledOut(lab.setup, session, reporter);
  // Pods that were stopped before now do not count in this exercise.
  const { events } = await session.cluster.snapshot().objects();
  const stopped = stoppedPods(events).map(({ name }) => name);
  const begun = { at: new Date().toISOString(), stopped: [...new Set(stopped)] };
  await updateRecord(session.folder, lab.id, (record) => ({ ...record, begun }));
  return problems;
}

/** Begins a lab that was not begun yet. */
export async function prepareOnce(
  lab: KubernetesLab,
  session: ClusterSession,
  reporter: Reporter,
): Promise<readonly Problem[]> {
  const { begun } = await readRecord(session.folder, lab.id);
  return begun ? [] : prepare(lab, session, reporter);
}

function isReaders({ status, owner }: Standing): boolean {
  return status !== 'missing' && owner === 'reader';
}

function noteKept({ manifest }: Standing, reporter: Reporter): void {
  const name = objectName(manifest);
  reporter.note({
    ko: `\`${name}\` 오브젝트는 직접 만드신 것이라 그대로 둡니다.`,
    en: `\`${name}\` is yours and stays as it is.`,
  });
}

async function noteStanding(
  lab: KubernetesLab,
  cluster: ClusterSnapshot,
  reporter: Reporter,
): Promise<void> {
  const given = new Set(lab.setup.map(objectName));
  const asked = lab.solution.filter((manifest) => !given.has(objectName(manifest)));
  const there = (await standingOf(asked, cluster)).filter(({ status }) => status !== 'missing');
  if (there.length === 0) return;
  const names = there.map(({ manifest }) => `\`${objectName(manifest)}\``).join(', ');
  reporter.note({
    ko: `${names} 오브젝트가 이미 있습니다. 처음부터 하려면 먼저 정리합니다: ${labLine('down', lab.id)}`,
    en: `Already there: ${names}. To do the exercise from its beginning, clean up first: ${labLine('down', lab.id)}`,
  });
}

/** Writes the files of a lab that the reader's folder lacks: those that the reader is given, and those of the solution when `solve` asks for them. */
export function writeManifests(
  lab: KubernetesLab,
  solution: readonly Manifest[],
  session: ClusterSession,
  reporter: Reporter,
): Promise<void> {
  const given = lab.setup.map((one) => [readersPath(one), manifestText(one)] as const);
  const asked = solution
    .filter((one) => !lab.setup.some(({ file }) => file === one.file))
    .map((one) => [manifestPath(one), manifestText(one)] as const);
  return writeFiles(lab, Object.fromEntries([...given, ...asked]), session, reporter);
}

/** Applies what is missing or different; names the Service that holds a NodePort that is taken. */
export async function apply(
  standing: readonly Standing[],
  session: ClusterSession,
  reporter: Reporter,
): Promise<void> {
  if (standing.length === 0) return;
  const names = standing.map(({ manifest }) => objectName(manifest)).join(', ');
  await reporter.step({ ko: `${names} 적용하는 중`, en: `Applying ${names}` }, async () => {
    for (const owner of ['ours', 'reader'] as const) {
      const own = standing.filter((one) => one.owner === owner);
      const objects = own.map(({ manifest }) => manifestObject(manifest));
      await applyObjects(session.cluster.target(), objects, owner).catch(async (error: unknown) => {
        throw await namingHolder(error, session);
      });
    }
  });
}

async function namingHolder(error: unknown, session: ClusterSession): Promise<unknown> {
  if (!(error instanceof Failure) || error.code !== 'node-port-taken') return error;
  const port = Number(error.values['port']);
  const holder = (await session.cluster.snapshot().allServices()).find(({ spec }) =>
    spec.ports?.some(({ nodePort }) => nodePort === port),
  );
  if (!holder) return error;
  const { namespace, name } = holder.metadata;
  return new Failure(nodePortTaken({ ...error.values, by: `${namespace}/${name}` }));
}

/** Waits until the Deployments among manifests are rolled out, and says what keeps them; those that are new cannot be yet. */
export async function untilRolledOut(
  manifests: readonly Manifest[],
  session: ClusterSession,
  reporter: Reporter,
  isNew = false,
): Promise<readonly Problem[]> {
  const names = new Set(
    manifests.filter(({ kind }) => kind === 'Deployment').map(({ props }) => props.name),
  );
  if (names.size === 0) return [];
  const findProblems = async () => {
    const objects = await session.cluster.snapshot().objects();
    const found = objects.deployments.filter(({ metadata }) => names.has(metadata.name));
    return found.flatMap((deployment) => rolledOut(deployment, objects));
  };
  const limit = Date.now() + session.patience;
  const shown = [...names].join(', ');
  const text = { ko: `${shown} 파드를 기다리는 중`, en: `Waiting for the Pods of ${shown}` };
  return reporter.step(text, async () => {
    // In turns, because only its Pods show why a rollout never ends.
    const follow = async () => {
      const turn = Math.min(2_000, limit - Date.now());
      const done = [...names].map((name) =>
        awaitRollout(session.cluster.target(), `deployment/${name}`, turn),
      );
      return (await Promise.all(done)).every(Boolean);
    };
    if (isNew && (await follow())) return [];
    let problems = await findProblems();
    while (problems.length > 0 && problems.every(({ kind }) => kind === 'waiting')) {
      if (Date.now() > limit) break;
      await follow();
      problems = await findProblems();
    }
    return problems;
  });
}
