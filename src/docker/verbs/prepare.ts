import type { Problem } from '../../core/problem';
import { databaseStarting } from '../problems/database';
import { composeModel, labLabel } from '../model/compose';
import { stateIn } from '../model/folder';
import type { EngineState } from '../model/exercise';
import type { DockerLab } from '../lab';
import { namesOf } from '../model/service';
import { heldBackBy, wavesOf } from '../model/waves';
import type { DockerClient } from '../engine/client';
import { composeUp } from '../engine/compose';
import type { EngineEvent, EngineSnapshot } from '../engine/facts';
import { Failure, lastLine } from '../../core/failure';
import { markHistory } from '../engine/events';
import { imageIds, missingOf, pullImage } from '../engine/images';
import { clearJournal } from './journal';
import { readRecord, updateRecord } from '../../core/machine/records';
import { bringUpFile } from './compose-up';
import { composeView } from './compose-view';
import { standingFiles, writeFilesOf } from './files';
import { containersOf, type OwnedContainer } from './owners';
import { untilServiceReady } from './ready';
import { namingHolder, requireFreePorts } from './ports';
import type { Reporter } from '../../core/reporter';
import { labLine } from '../../core/shell/lab-command';
import type { Session } from './session';
import { nameTaken } from '../problems/conflicts';

/** Gives a lab's setup: images there, ports free, what the exercise hands out running; remembers when it was begun. Says what keeps it from being ready. */
export async function prepare(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
  engine: EngineSnapshot = session.engine.snapshot(),
): Promise<readonly Problem[]> {
  // Before the mark, because a watch records from the mark on.
  await clearJournal(session.folder, lab.id);
  const { api } = session.engine;
  const mark = () => markHistory(api, markName(lab.id), { [labLabel]: lab.id });
  // When the lab hands out no container, the mark need not wait for one.
  const [early, missing] = await Promise.all([
    startsServices(lab.setup) ? undefined : mark(),
    missingOf(api, [...namesOf(lab).images]),
    requireRoom(lab, engine),
  ]);
  await pullAll(missing, lab, session, reporter);
  await noteStanding(lab, engine, reporter);
  await writeFilesOf(lab, lab.setup, session, reporter);
  const state = stateIn(lab.setup, session.dir);
  const unready = await bringUp(lab, state, engine, session, reporter);
  const begun = {
    at: new Date().toISOString(),
    marker: early ?? (await mark()),
    imageIds: await imageIds(api, lab.setup.images ?? []),
    ...(await standingFiles(lab, session)),
  };
  await updateRecord(session.folder, lab.id, (record) => ({ ...record, begun }));
  const now = lab.composeFile ? composeView(session.engine.snapshot()) : session.engine.snapshot();
  return Promise.all(
    unready.map(async (name) =>
      databaseStarting({ name, said: '-', log: lastLine(await now.log(name)) }),
    ),
  );
}

/** Says which containers of the solution are there already, because the reader cannot use their names. */
async function noteStanding(
  lab: DockerLab,
  engine: EngineSnapshot,
  reporter: Reporter,
): Promise<void> {
  const given = new Set(Object.keys(lab.setup.services ?? {}));
  const standing = (await containersOf(lab, engine)).filter(
    ({ standsFor }) => !given.has(standsFor),
  );
  if (standing.length === 0) return;
  const names = standing.map(({ container }) => `\`${container.name}\``).join(', ');
  reporter.note({
    ko: `${names} 컨테이너가 이미 있습니다. 처음부터 하려면 먼저 정리합니다: ${labLine('down', lab.id)}`,
    en: `Already there: ${names}. To do the exercise from its beginning, clean up first: ${labLine('down', lab.id)}`,
  });
}

function markName(labId: string): string {
  return `dkkb-begin-${labId}`;
}

/** Whether an event marks that a lab was begun. */
export function isBeginEvent({ type, action, id }: EngineEvent, labId: string): boolean {
  return type === 'volume' && action === 'create' && id.startsWith(`${markName(labId)}-`);
}

/** Whether a state has containers to start. */
export function startsServices(state: EngineState): boolean {
  return Object.keys(state.services ?? {}).length > 0;
}

/** Begins a lab that was not begun yet; otherwise only checks that nothing is in its way. */
export async function prepareOnce(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
  engine: EngineSnapshot,
): Promise<void> {
  const { begun } = await readRecord(session.folder, lab.id);
  await (begun ? requireRoom(lab, engine) : prepare(lab, session, reporter, engine));
}

async function requireRoom(lab: DockerLab, engine: EngineSnapshot): Promise<void> {
  await refuseStrangers(lab, engine);
  await requireFreePorts(lab, engine);
}

async function refuseStrangers(lab: DockerLab, engine: EngineSnapshot): Promise<void> {
  const stranger = (await containersOf(lab, engine)).find(({ owner }) => owner === 'stranger');
  if (!stranger) return;
  const { name, image, createdAt } = stranger.container;
  throw new Failure(nameTaken({ name, image, created: createdAt.slice(0, 10) }));
}

/** Pulls those images of a lab that the engine lacks, and remembers which they were. */
export async function pullMissing(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
): Promise<void> {
  const missing = await missingOf(session.engine.api, [...namesOf(lab).images]);
  await pullAll(missing, lab, session, reporter);
}

async function pullAll(
  images: readonly string[],
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
): Promise<void> {
  for (const image of images) {
    await pullWithProgress(session.engine.client, image, reporter);
    await updateRecord(session.folder, lab.id, (record) => ({
      ...record,
      pulled: [...new Set([...(record.pulled ?? []), image])],
    }));
  }
}

async function pullWithProgress(
  client: DockerClient,
  image: string,
  reporter: Reporter,
): Promise<void> {
  const layers = new Map<string, boolean>();
  const text = () => {
    const done = [...layers.values()].filter(Boolean).length;
    const count = layers.size > 0 ? ` (${done}/${layers.size})` : '';
    return { ko: `${image} 이미지 받는 중${count}`, en: `Pulling the image ${image}${count}` };
  };
  await reporter.step(text(), (update) =>
    pullImage(client, image, (line) => {
      const layer = /^([0-9a-f]{12}): (.*)$/.exec(line);
      if (!layer?.[1]) return;
      layers.set(layer[1], /^(?:Pull complete|Already exists)/.test(layer[2] ?? ''));
      update(text());
    }),
  );
}

/** Starts what a state describes and the engine lacks; what the reader made is used as it is. Returns the services that others need and that did not become ready. */
export async function bringUp(
  lab: DockerLab,
  state: EngineState,
  engine: EngineSnapshot,
  session: Session,
  reporter: Reporter,
): Promise<string[]> {
  if (!startsServices(state)) return [];
  if (lab.composeFile) return bringUpFile(lab, lab.composeFile, state, session, reporter);
  const standing = await containersOf(lab, engine);
  const readers = standing.filter(({ owner }) => owner === 'reader');
  const services = new Set(standing.filter(isAnothers(lab)).map(({ standsFor }) => standsFor));
  for (const { standsFor: name } of readers) {
    reporter.note({
      ko: `\`${name}\` 컨테이너는 직접 만드신 것이라 그대로 둡니다.`,
      en: `The container \`${name}\` is yours and stays as it is.`,
    });
  }
  const model = composeModel(lab.id, state, { services, ...(await notOf(lab, state, engine)) });
  for (const wave of wavesOf(state.services ?? {})) {
    const unready = await unreadyDependencies(state, wave, session, reporter);
    if (unready.length > 0) return unready;
    const names = wave.filter((name) => name in model.services);
    if (names.length === 0) continue;
    const shown = names.join(', ');
    await reporter.step({ ko: `${shown} 시작하는 중`, en: `Starting ${shown}` }, () =>
      composeUp(session.engine.client, model, names).catch(async (error: unknown) => {
        throw await namingHolder(error, engine);
      }),
    );
  }
  return [];
}

// A container of another lab with the same name is used here too. Compose would not share it.
function isAnothers({ id }: DockerLab) {
  return ({ container }: OwnedContainer) => container.labels[labLabel] !== id;
}

async function unreadyDependencies(
  { services = {} }: EngineState,
  wave: readonly string[],
  session: Session,
  reporter: Reporter,
): Promise<string[]> {
  const names = [...new Set(wave.flatMap((name) => heldBackBy(services, name)))];
  const ready = await Promise.all(
    names.map((name) => {
      const service = services[name];
      const text = { ko: `${name} 준비를 기다리는 중`, en: `Waiting until ${name} is ready` };
      if (!service) return true;
      return reporter.step(text, () => untilServiceReady(name, service, session));
    }),
  );
  return names.filter((_, index) => !ready[index]);
}

async function notOf(lab: DockerLab, state: EngineState, engine: EngineSnapshot) {
  const without = async (names: string[], facts: EngineSnapshot['networks']) => {
    if (names.length === 0) return new Set<string>();
    const existing = await facts();
    return new Set(
      names.filter((name) => existing.has(name) && existing.get(name)?.labels[labLabel] !== lab.id),
    );
  };
  return {
    networks: await without(Object.keys(state.networks ?? {}), engine.networks),
    volumes: await without(Object.keys(state.volumes ?? {}), engine.volumes),
  };
}
