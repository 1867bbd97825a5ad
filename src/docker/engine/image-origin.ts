import { inspectExisting } from './client';
import { inspectedImage } from './forms';

/** Where an image of the engine came from, by what it says of itself. */
export interface ImageOrigin {
  readonly image: string;
  /** `missing` when the engine has none; `packages` when built from distribution packages; `registry` when pulled; `archive` otherwise. */
  readonly origin: 'missing' | 'packages' | 'registry' | 'archive';
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** The registry's digest, or empty. */
  readonly digest: string;
}

/** The label that the recipes of the image kit set. */
const originLabel = 'dkkb.image.origin';

/** Where each of the given images came from. */
export async function imageOrigins(images: readonly string[]): Promise<ImageOrigin[]> {
  const inspected = await inspectExisting('image', images, inspectedImage);
  return images.map((image) => {
    const found = inspected.find(({ RepoTags }) => RepoTags?.includes(`${image}:latest`));
    if (!found) return { image, origin: 'missing', id: '', size: 0, digest: '' };
    const digest = found.RepoDigests?.[0] ?? '';
    const built = found.Config?.Labels?.[originLabel] === 'packages';
    const origin = built ? 'packages' : digest ? 'registry' : 'archive';
    return { image, origin, id: found.Id, size: found.Size ?? 0, digest };
  });
}
