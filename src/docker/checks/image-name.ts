import { repositoryOf, withTag } from '../../core/image-name';
import type { ContainerFacts, EngineSnapshot, ImageFacts } from '../engine/facts';

/** Whether a reference (any tag of it, an id, another name of the same image) means the image of that name. */
export async function isNameOf(
  engine: EngineSnapshot,
  reference: string,
  wanted: string,
): Promise<boolean> {
  if (repositoryOf(reference) === repositoryOf(wanted)) return true;
  const known = indexOf(await engine.images());
  const ids = known.byRepository.get(repositoryOf(wanted)) ?? none;
  const digits = /^(?:sha256:)?([0-9a-f]{4,64})$/.exec(reference)?.[1];
  const named = known.byReference.get(withTag(reference)) ?? none;
  return [...ids].some((id) => named.has(id) || (digits && id.startsWith(`sha256:${digits}`)));
}

/** The ids of images by their whole names, and by their repositories. */
interface ImageIndex {
  readonly byReference: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byRepository: ReadonlyMap<string, ReadonlySet<string>>;
}

const none: ReadonlySet<string> = new Set();
const indexes = new WeakMap<readonly ImageFacts[], ImageIndex>();

// Made only once for a snapshot, because an engine may have thousands of images and containers.
function indexOf(images: readonly ImageFacts[]): ImageIndex {
  const known = indexes.get(images) ?? {
    byReference: idsBy(images, (reference) => reference),
    byRepository: idsBy(images, repositoryOf),
  };
  indexes.set(images, known);
  return known;
}

function idsBy(images: readonly ImageFacts[], keyOf: (reference: string) => string) {
  const ids = new Map<string, Set<string>>();
  for (const { id, reference } of images) {
    const key = keyOf(reference);
    const same = ids.get(key) ?? new Set<string>();
    ids.set(key, same.add(id));
  }
  return ids;
}

/** Whether a container was made from that image, by name (any tag of it) or by being the same image. */
export async function isImage(
  engine: EngineSnapshot,
  container: Pick<ContainerFacts, 'image' | 'imageId'>,
  wanted: string,
): Promise<boolean> {
  if (repositoryOf(container.image) === repositoryOf(wanted)) return true;
  const { byRepository } = indexOf(await engine.images());
  return byRepository.get(repositoryOf(wanted))?.has(container.imageId) ?? false;
}
