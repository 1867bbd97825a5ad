import { isImage, repositoryOf } from '../checks/image-name';
import { labLabel } from '../labs/compose';
import type { DockerLab } from '../labs/lab';
import { namesOf } from '../labs/service';
import type { ContainerFacts, EngineFacts } from '../runtime/facts';

/** Whose an object under a lab's name is: made by this tool, by the reader from the exercise's image, or by a stranger. */
export type Owner = 'ours' | 'reader' | 'stranger';

/** Whose a container under a lab's name is. */
export async function ownerOf(
  container: ContainerFacts,
  lab: DockerLab,
  engine: EngineFacts,
): Promise<Owner> {
  if (container.labels[labLabel] !== undefined) return 'ours';
  const service = namesOf(lab).services.get(container.name);
  if (!service) return 'stranger';
  if (repositoryOf(service.image) === repositoryOf(container.image)) return 'reader';
  return (await isImage(engine, container, service.image)) ? 'reader' : 'stranger';
}

/** A container under a lab's name, with its owner. */
export interface OwnedContainer {
  readonly container: ContainerFacts;
  readonly owner: Owner;
}

/** Every container that stands under a lab's names or carries its label. */
export async function containersOf(lab: DockerLab, engine: EngineFacts): Promise<OwnedContainer[]> {
  const names = namesOf(lab).services;
  const containers = [...(await engine.containers()).values()].filter(
    ({ name, labels }) => names.has(name) || labels[labLabel] === lab.id,
  );
  return Promise.all(
    containers.map(async (container) => ({
      container,
      owner: await ownerOf(container, lab, engine),
    })),
  );
}
