import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { DockerCheck, DockerContext } from './check';
import { eventsSinceBegun } from './history';
import { withTag } from '../../core/image-name';
import { removeCommand } from './make-again';
import { notBegun } from '../problems/history';
import { imageInUse, imageLeft, imageUntagged } from '../problems/image';

/** The image was there and is not any more, under no name, and no container uses it. */
export function imageIsGone(image: string): DockerCheck {
  return {
    subject: image,
    title: () => ({ ko: `\`${image}\` 이미지 삭제`, en: `Image \`${image}\` is removed` }),
    async run(context) {
      const { engine, begun } = context;
      const left = (await engine.images()).find(({ reference }) => reference === withTag(image));
      const users = await containersOf(engine, image, left?.id ?? begun?.imageIds?.[image]);
      if (users.length > 0) {
        const names = users.map(({ name }) => name);
        const remove = removeCommand(names, users);
        return [imageInUse({ image, containers: names.join(' '), remove })];
      }
      if (left) return [imageLeft({ image, id: shortId(left.id) })];
      const elsewhere = await otherNames(engine, begun?.imageIds?.[image]);
      if (elsewhere) return [imageUntagged({ image, ...elsewhere })];
      return (await wasEverThere(context, image)) ? [] : [notBegun({ lab: context.lab.id })];
    },
  };
}

async function containersOf(
  engine: EngineSnapshot,
  image: string,
  id: string | undefined,
): Promise<ContainerFacts[]> {
  const containers = [...(await engine.containers()).values()];
  return containers.filter(
    (container) => withTag(container.image) === withTag(image) || container.imageId === id,
  );
}

async function otherNames(
  engine: EngineSnapshot,
  id: string | undefined,
): Promise<{ id: string; names: string } | undefined> {
  if (!id) return undefined;
  const names = (await engine.images()).filter((image) => image.id === id);
  if (names.length === 0) return undefined;
  return { id: shortId(id), names: names.map(({ reference }) => reference).join(', ') };
}

async function wasEverThere(context: DockerContext, image: string): Promise<boolean> {
  if (context.begun) return true;
  const { events } = await context.engine.history();
  return eventsSinceBegun(events, context).some(
    ({ type, action, attributes }) =>
      type === 'image' &&
      action === 'untag' &&
      withTag(attributes['name'] ?? '') === withTag(image),
  );
}

/** An image id as the engine's lists show it: twelve digits. */
function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
