import type { ContainerFacts, EngineSnapshot } from '../engine/facts';

/** The container from which an image was made, by its name; undefined where the engine does not know any more. */
async function committedFrom(
  engine: EngineSnapshot,
  imageId: string,
): Promise<Pick<ContainerFacts, 'id' | 'name'> | undefined> {
  const { events } = await engine.history();
  const commit = events.findLast(
    ({ type, action, attributes }) =>
      type === 'container' && action === 'commit' && attributes['imageID'] === imageId,
  );
  if (commit) return { id: commit.id, name: commit.attributes['name'] ?? '' };
  // Engines before API 1.45 write it into the image. Of a container that is gone, no name is left.
  const id = await engine.imageContainer(imageId);
  return [...(await engine.containers()).values()].find((one) => one.id === id);
}

/** The name of the container from which an image was made in place of the wanted one; empty where it was the wanted one, or nobody knows. */
export async function otherContainer(
  engine: EngineSnapshot,
  imageId: string,
  wanted: string,
): Promise<string> {
  const from = await committedFrom(engine, imageId);
  // A container that was renamed since is still the same one.
  const isWanted = (await engine.containers()).get(wanted)?.id === from?.id;
  return from && from.name !== wanted && !isWanted ? from.name : '';
}
