import type { Problem } from '../../core/problem';
import { withOwnAccounts } from '../checks/accounts/own-accounts';
import { composeFileIsAccepted } from '../checks/compose/file';
import { labLabel } from '../model/compose';
import { stateIn } from '../model/folder';
import type { EngineState } from '../model/exercise';
import type { DockerLab } from '../lab';
import type { EngineSnapshot } from '../engine/facts';
import { missingOf } from '../engine/images';
import { prepareOnce, bringUp, startsServices } from './prepare';
import { writeFilesOf } from './files';
import { grade, gradeOnce } from './grade';
import type { Verdict } from '../../core/verdict';
import { containersOf } from './owners';
import type { Reporter } from '../../core/reporter';
import type { Session } from './session';
import { takeSteps } from './steps';

/** Brings a lab to its solution and checks it; returns what the checks say. */
export async function solve(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
): Promise<Verdict> {
  const engine = session.engine.snapshot();
  const refused = await refusedFile(lab, engine, session);
  if (refused) return refused;
  await prepareOnce(lab, session, reporter, engine);
  await passThrough(lab, session, reporter);
  // What the exercise gave may have been removed since it was begun.
  const files = { ...lab.setup.files, ...lab.solution.files };
  await writeFilesOf(lab, { files }, session, reporter);
  const changed = startsServices(lab.setup) || lab.transient !== undefined;
  // What is added to containers of the reader's has to agree with their accounts.
  const { solution } = await withOwnAccounts(lab, session.engine.snapshot());
  const state = stateIn(solution, session.dir);
  const unready = await bringUp(
    lab,
    state,
    changed ? session.engine.snapshot() : engine,
    session,
    reporter,
  );
  if (!lab.composeFile) await createVolumes(lab, state, session);
  await takeSteps(lab, session, reporter);
  await removeGivenImages(lab, session, reporter);
  // When a database did not become ready in time, more waiting does not help.
  const patience = unready.length === 0 ? session.patience : 0;
  return waitForVerdict(lab, session, reporter, patience);
}

/** The problems of a reader's file that Compose does not accept: nothing can be started from it. */
async function refusedFile(
  lab: DockerLab,
  engine: EngineSnapshot,
  session: Session,
): Promise<Verdict | undefined> {
  if (!lab.composeFile) return undefined;
  const wanted = { ...lab.setup, ...lab.solution };
  const checks = [composeFileIsAccepted(wanted, lab.composeFile)];
  const verdict = await gradeOnce({ ...lab, checks }, engine, session);
  return verdict.status === 'passed' ? undefined : { ...verdict, lab };
}

/** Makes the volumes that no container of the state makes by mounting them. */
async function createVolumes(
  lab: DockerLab,
  { volumes = {}, services = {} }: EngineState,
  { engine }: Session,
): Promise<void> {
  const mounted = new Set(Object.values(services).flatMap((service) => service.volumes ?? []));
  const names = Object.keys(volumes).filter(
    (name) => ![...mounted].some((mount) => mount.startsWith(`${name}:`)),
  );
  if (names.length === 0) return;
  const existing = await engine.snapshot().volumes();
  for (const name of names.filter((volume) => !existing.has(volume))) {
    await engine.api.need('POST', '/volumes/create', {
      Name: name,
      Labels: { [labLabel]: lab.id },
    });
  }
}

async function passThrough(lab: DockerLab, session: Session, reporter: Reporter): Promise<void> {
  if (!lab.transient) return;
  await bringUp(lab, lab.transient, session.engine.snapshot(), session, reporter);
  const made = await containersOf(lab, session.engine.snapshot());
  const names = made.filter(({ owner }) => owner === 'ours').map(({ container }) => container.name);
  if (names.length === 0) return;
  await reporter.step(
    {
      ko: `${names.join(', ')} 멈추고 삭제하는 중`,
      en: `Stopping and removing ${names.join(', ')}`,
    },
    () => session.engine.client.need(['container', 'rm', '--force', '--volumes', ...names]),
  );
}

async function removeGivenImages(
  lab: DockerLab,
  { engine }: Session,
  reporter: Reporter,
): Promise<void> {
  const kept = new Set(lab.solution.images ?? []);
  const given = (lab.setup.images ?? []).filter((image) => !kept.has(image));
  const missing = await missingOf(engine.api, given);
  const images = given.filter((image) => !missing.includes(image));
  if (images.length === 0) return;
  const names = images.join(', ');
  await reporter.step(
    { ko: `이미지 삭제하는 중: ${names}`, en: `Removing the images ${names}` },
    () => engine.client.need(['image', 'rm', ...images]),
  );
}

async function waitForVerdict(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
  patience: number,
): Promise<Verdict> {
  const text = { ko: '응답을 확인하는 중', en: 'Waiting for the answers' };
  const [verdict] = await reporter.step(text, (update) =>
    grade([lab], session, (problem: Problem) => update(problem.describe().message), patience),
  );
  if (!verdict) throw new Error('grading one lab gives one verdict');
  return verdict;
}
