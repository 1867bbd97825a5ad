import { setTimeout as delay } from 'node:timers/promises';
import type { DockerLab } from '../lab';
import type { Engine } from '../engine/engine';
import type { EngineSnapshot } from '../engine/facts';
import { existingNames } from '../engine/lists';
import { containersLeft, leftOvers, together } from '../checks/left-over';
import type { Problem } from '../../core/problem';
import { lastLine } from '../../core/failure';
import { clearJournal } from './journal';
import { readRecord } from '../../core/machine/records';
import { blockersOf, inUse } from './blockers';
import { removeFiles, writtenFiles } from '../../core/verbs/files';
import { inventoryOf } from './inventory';
import {
  fileObject,
  forget,
  type EngineKind,
  type LabObject,
  type RemovalOutcome,
  type RemovalPlan,
} from '../../core/verbs/removal';
import type { Session } from './session';

/** A plan whose labs are done on an engine. */
interface DockerRemoval extends RemovalPlan {
  readonly labs: readonly DockerLab[];
}

/** Lists what `down` would remove; with `withImages` also the images that `up` or `solve` pulled for these labs, with `within` the files of that folder only. */
export async function planRemoval(
  labs: readonly DockerLab[],
  session: Session,
  withImages: boolean,
  within?: string,
): Promise<RemovalPlan> {
  const records = await Promise.all(labs.map(({ id }) => readRecord(session.folder, id)));
  const images = withImages ? [...new Set(records.flatMap(({ pulled }) => pulled ?? []))] : [];
  const built = new Set(records.flatMap((record) => record.built ?? []));
  const engine = session.engine.snapshot();
  const [objects, files] = await Promise.all([
    inventoryOf(labs, engine, images, built),
    writtenFiles(labs, session, within),
  ]);
  return {
    labs,
    images,
    changedFiles: files.changed,
    removable: [...objects, ...files.unchanged.map(fileObject)].filter(
      ({ owner }) => owner !== 'stranger',
    ),
    strangers: objects.filter(({ owner }) => owner === 'stranger'),
  };
}

/** What a misspelt command may have made besides the objects of the plan, each once; asked after the removal, when nothing is left of what it used. */
async function notesOf(
  { labs, removable, strangers }: DockerRemoval,
  engine: EngineSnapshot,
): Promise<Problem[]> {
  const known = new Set([...removable, ...strangers].map(({ name }) => name));
  const told = await Promise.all(
    labs.flatMap((lab) => [containersLeft(lab, engine, known), leftOvers(lab, engine)]),
  );
  return together(told.flat());
}

/** How often what is left is tried again: a busy engine lets go of networks and volumes a moment after their containers. */
const rounds = 3;
const pause = 500;

/** Removes the given objects of a plan, all of a kind at once, looks again, and says what is left after a few rounds. */
export async function remove(
  plan: DockerRemoval,
  objects: readonly LabObject[],
  session: Session,
): Promise<RemovalOutcome> {
  await removeFiles(plan.labs, namesOfKind(objects, 'file'), session);
  const { engine } = session;
  let reasons = await removeOnce(objects, engine);
  let left = await stillThere(objects, engine);
  for (let round = 1; round < rounds && left.length > 0; round += 1) {
    await delay(pause);
    reasons = await removeOnce(left, engine);
    left = await stillThere(left, engine);
  }
  const isLeft = new Set(left.map(keyOf));
  if (left.length === 0) {
    await forget(plan.labs, session);
    await Promise.all(plan.labs.map(({ id }) => clearJournal(session.folder, id)));
  }
  const removed = objects.filter((object) => !isLeft.has(keyOf(object)));
  const after = session.engine.snapshot();
  const [blocked, notes] = await Promise.all([blockersOf(left, after), notesOf(plan, after)]);
  return {
    removed,
    left,
    blocked,
    notes,
    reasons: blocked.length > 0 ? reasons.filter((reason) => !inUse.test(reason)) : reasons,
  };
}

async function removeOnce(objects: readonly LabObject[], engine: Engine): Promise<string[]> {
  const removeAll = (kind: LabObject['kind'], ...options: string[]) =>
    removeKind(engine, [kind, 'rm', ...options], namesOfKind(objects, kind));
  const first = await removeAll('container', '--force', '--volumes');
  const rest = await Promise.all([removeAll('network'), removeAll('volume'), removeAll('image')]);
  return [first, ...rest].flat();
}

function namesOfKind(objects: readonly LabObject[], wanted: LabObject['kind']): string[] {
  return objects.filter(({ kind }) => kind === wanted).map(({ name }) => name);
}

async function removeKind(
  { client }: Engine,
  args: readonly string[],
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const { code, stderr } = await client.run([...args, ...names]);
  if (code === 0) return [];
  const lines = stderr
    .split('\n')
    .filter(
      (line) => line.trim() && !/no such (?:container|network|volume|image)|not found/i.test(line),
    );
  return lines.map(lastLine);
}

async function stillThere(objects: readonly LabObject[], { api }: Engine): Promise<LabObject[]> {
  const engineKinds: readonly EngineKind[] = ['container', 'network', 'volume', 'image'];
  const inEngine = engineKinds.filter((kind) => objects.some((object) => object.kind === kind));
  const now = new Map<LabObject['kind'], ReadonlySet<string>>(
    await Promise.all(
      inEngine.map(async (kind) => [kind, await existingNames(kind, api)] as const),
    ),
  );
  return objects.filter(({ kind, name }) => now.get(kind)?.has(name));
}

function keyOf({ kind, name }: LabObject): string {
  return `${kind} ${name}`;
}
