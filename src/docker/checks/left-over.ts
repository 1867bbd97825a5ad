import { labLabel } from '../model/compose';
import { projectOf } from '../model/compose-labels';
import type { DockerExercise } from '../model/exercise';
import { namesOf } from '../model/service';
import type { ContainerFacts, EngineSnapshot, NamedFacts } from '../engine/facts';
import { repositoryOf } from '../../core/image-name';
import type { Problem } from '../../core/problem';
import { namesIn } from '../../core/shell/command';
import { leftOver, type LeftOverKind } from '../problems/left-over';
import { nearContainer } from './near-container';
import { isBookName, isNearName } from './near-name';

/** What a misspelt command of an exercise has made, and no container uses. */
export async function leftOvers(lab: DockerExercise, engine: EngineSnapshot): Promise<Problem[]> {
  const containers = [...(await engine.containers()).values()];
  const [networks, volumes] = await Promise.all([engine.networks(), engine.volumes()]);
  const { networks: wanted } = namesOf(lab);
  const attached = new Set(containers.flatMap((one) => Object.keys(one.networks)));
  const unused = withoutOwner(networks).filter((name) => !attached.has(name));
  return [
    ...problemOf('network', nearOnes(unused, [...wanted])),
    ...problemOf('volume', await volumesLeft(lab, withoutOwner(volumes), containers, engine)),
  ];
}

/** Containers that were meant to be the exercise's: of nearly the name, or for a service without a name of the same image on another port; `known` are those under its own names. */
export async function containersLeft(
  lab: DockerExercise,
  engine: EngineSnapshot,
  known: ReadonlySet<string>,
): Promise<Problem[]> {
  const containers = [...(await engine.containers()).values()].filter(
    ({ name, labels }) => !known.has(name) && !hasOwner(labels),
  );
  const { services } = namesOf(lab);
  const unnamed = new Set(lab.platform === 'docker' ? lab.unnamed : []);
  const found = [...services].flatMap(([name, service]) => {
    const isThere = [...known, ...containers.map((one) => one.name)].includes(name);
    const near = isThere ? '' : nearContainer(name, service, containers);
    if (!unnamed.has(name)) return near ? [near] : [];
    const wanted = repositoryOf(service.image);
    return containers.filter(({ image }) => repositoryOf(image) === wanted).map((one) => one.name);
  });
  return problemOf('container', [...new Set(found)]);
}

/** The notes of several exercises, one for each kind. */
export function together(notes: readonly Problem[]): Problem[] {
  const names = new Map<LeftOverKind, Set<string>>();
  for (const { values } of notes) {
    const kind = values['kind'] as LeftOverKind;
    const known = names.get(kind) ?? new Set<string>();
    for (const name of namesIn(values['names'] ?? '')) known.add(name);
    names.set(kind, known);
  }
  return [...names].flatMap(([kind, known]) => problemOf(kind, [...known]));
}

/** Notes without what a command of these problems removes: it need not be typed twice. */
export function withoutTold(notes: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const lines = problems.flatMap((problem) => problem.describe().remedy.commands ?? []);
  return notes.flatMap((note) => {
    if (note.code !== 'left-over') return [note];
    const kind = note.values['kind'] as LeftOverKind;
    const names = namesIn(note.values['names'] ?? '');
    const removals = lines.filter((line) => line.startsWith(`docker ${kind} rm `));
    const told = new Set(removals.flatMap((line) => line.split(' ')));
    return problemOf(
      kind,
      names.filter((name) => !told.has(name)),
    );
  });
}

function problemOf(kind: LeftOverKind, names: readonly string[]): Problem[] {
  return names.length === 0 ? [] : [leftOver({ kind, names: names.join(', ') })];
}

/** Whether this tool or Compose has made something. */
function hasOwner(labels: Readonly<Record<string, string>>): boolean {
  return labLabel in labels || projectOf(labels) !== undefined;
}

/** The names of what neither this tool nor Compose has made. */
function withoutOwner(facts: ReadonlyMap<string, NamedFacts>): string[] {
  return [...facts.values()].filter(({ labels }) => !hasOwner(labels)).map(({ name }) => name);
}

function nearOnes(names: readonly string[], wanted: readonly string[]): string[] {
  return names.filter(
    (name) =>
      !wanted.includes(name) &&
      !isBookName(name) &&
      wanted.some((other) => isNearName(name, other)),
  );
}

async function volumesLeft(
  lab: DockerExercise,
  names: readonly string[],
  containers: readonly ContainerFacts[],
  engine: EngineSnapshot,
): Promise<string[]> {
  const unused = unmounted(names, containers);
  const folders = foldersOf(lab);
  // A folder that is typed without its path is a volume of that name.
  const byName = [
    ...unused.filter((name) => folders.includes(name)),
    ...nearOnes(unused, [...namesOf(lab).volumes, ...folders]),
  ];
  const unnamed = unused.filter((name) => /^[0-9a-f]{64}$/.test(name));
  return [...byName, ...(unnamed.length > 0 ? await ofContainers(lab, unnamed, engine) : [])];
}

function unmounted(names: readonly string[], by: readonly ContainerFacts[]): string[] {
  const mounted = new Set(by.flatMap(({ mounts }) => mounts.map(({ source }) => source)));
  return names.filter((name) => !mounted.has(name));
}

/** The folders of the reader that the exercise mounts. */
function foldersOf(lab: DockerExercise): string[] {
  const volumes = [...namesOf(lab).services.values()].flatMap((service) => service.volumes ?? []);
  return volumes.flatMap((volume) => /^\.\/([^/:]+):/.exec(volume)?.[1] ?? []);
}

/** Those volumes without a name that containers of the exercise have mounted, as far as the history tells. */
async function ofContainers(
  lab: DockerExercise,
  volumes: readonly string[],
  engine: EngineSnapshot,
): Promise<string[]> {
  const { events } = await engine.history();
  const { services } = namesOf(lab);
  const own = new Set(
    events
      .filter(
        ({ type, attributes }) => type === 'container' && services.has(attributes['name'] ?? ''),
      )
      .map(({ id }) => id),
  );
  const mounted = events
    .filter(({ type, action }) => type === 'volume' && action === 'mount')
    .filter(({ attributes }) => own.has(attributes['container'] ?? ''))
    .map(({ id }) => id);
  return volumes.filter((volume) => mounted.includes(volume));
}
