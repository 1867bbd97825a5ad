import type { Owner } from '../../core/verbs/removal';
import { isImage } from '../checks/image-name';
import { repositoryOf } from '../../core/image-name';
import { labLabel } from '../model/compose';
import type { DockerLab } from '../lab';
import { namesOf, portsOf } from '../model/service';
import { nameInFile, projectOf } from '../model/compose-labels';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';

/** Whose a container under a lab's name is. */
async function ownerOf(
  container: ContainerFacts,
  lab: DockerLab,
  engine: EngineSnapshot,
  serviceName = container.name,
): Promise<Owner> {
  if (container.labels[labLabel] !== undefined) return 'ours';
  const service = namesOf(lab).services.get(serviceName);
  if (!service) return 'stranger';
  if (repositoryOf(service.image) === repositoryOf(container.image)) return 'reader';
  return (await isImage(engine, container, service.image)) ? 'reader' : 'stranger';
}

/** A container under a lab's name, with its owner. */
export interface OwnedContainer {
  readonly container: ContainerFacts;
  readonly owner: Owner;
  /** The service of the lab whose place it takes; its own name where it takes none. */
  readonly standsFor: string;
}

/** Every container that stands under a lab's names or carries its label. */
export async function containersOf(
  lab: DockerLab,
  engine: EngineSnapshot,
): Promise<OwnedContainer[]> {
  const containers = [...(await engine.containers()).values()].map((container) => ({
    container,
    service: standsFor(lab, container),
  }));
  const own = containers.filter(
    ({ container, service }) => service !== undefined || container.labels[labLabel] === lab.id,
  );
  const owned = await Promise.all(
    own.map(async ({ container, service = container.name }) => ({
      container,
      standsFor: service,
      owner: await ownerOf(container, lab, engine, service),
    })),
  );
  if (!lab.composeFile) return owned;
  const projects = projectsOf(owned);
  const besides = containers
    .map(({ container }) => container)
    .filter((container) => !owned.some((one) => one.container === container))
    .filter(({ labels }) => projects.has(projectOf(labels) ?? ''));
  return [...owned, ...besides.map((container) => besideOf(container))];
}

// Other containers of the reader's Compose file are removed with the lab's own.
function besideOf(container: ContainerFacts): OwnedContainer {
  const owner = container.labels[labLabel] === undefined ? 'reader' : 'ours';
  return { container, standsFor: container.name, owner };
}

/** The Compose projects that a lab's containers were made in, without those of strangers. */
export function projectsOf(owned: readonly OwnedContainer[]): Set<string> {
  const known = owned.filter(({ owner }) => owner !== 'stranger');
  return new Set(known.flatMap(({ container }) => projectOf(container.labels) ?? []));
}

/** The service of a lab whose place a container takes: by its name, or by image and ports where the book gives no name. */
export function standsFor(lab: DockerLab, container: ContainerFacts): string | undefined {
  const services = namesOf(lab).services;
  if (services.has(container.name)) return container.name;
  const inFile = lab.composeFile && nameInFile('service', container.labels);
  if (inFile && services.has(inFile)) return inFile;
  return (lab.unnamed ?? []).find((name) => {
    const service = services.get(name);
    if (!service || repositoryOf(service.image) !== repositoryOf(container.image)) return false;
    const wanted = portsOf(service).map(({ host }) => host);
    return wanted.every((port) => container.wantedPorts.some(({ host }) => host === port));
  });
}
