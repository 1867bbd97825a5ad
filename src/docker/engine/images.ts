import { failureFrom } from './refusals';
import type { EngineApi } from './api';
import type { DockerClient } from './client';
import { inspectedImage } from './forms';

const findImage = (api: EngineApi, name: string) =>
  api.find(`/images/${name}/json`, inspectedImage);

/** Whether the engine has an image of that name. */
export async function hasImage(api: EngineApi, image: string): Promise<boolean> {
  return (await findImage(api, image)) !== undefined;
}

/** The images of a list that the engine lacks. */
export async function missingOf(api: EngineApi, images: readonly string[]): Promise<string[]> {
  const found = await Promise.all(images.map((image) => hasImage(api, image)));
  return images.filter((_, index) => !found[index]);
}

/** The ids of those of the given images that the engine has. */
export async function imageIds(
  api: EngineApi,
  images: readonly string[],
): Promise<Record<string, string>> {
  const found = await Promise.all(
    images.map(async (image) => {
      const known = await findImage(api, image);
      return known ? [[image, known.Id] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Pulls an image; the client's progress lines go to `onLine`. Throws the failure that the registry reports. */
export async function pullImage(
  client: DockerClient,
  image: string,
  onLine: (line: string) => void,
): Promise<void> {
  const { code, stdout, stderr } = await client.run(['pull', image], { onLine });
  if (code !== 0) throw failureFrom(`${stdout}\n${stderr}`, { image });
}

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
export function imageOrigins(api: EngineApi, images: readonly string[]): Promise<ImageOrigin[]> {
  return Promise.all(images.map((image) => imageOrigin(api, image)));
}

async function imageOrigin(api: EngineApi, image: string): Promise<ImageOrigin> {
  const found = await findImage(api, `${image}:latest`);
  if (!found) return { image, origin: 'missing', id: '', size: 0, digest: '' };
  const digest = found.RepoDigests?.[0] ?? '';
  const built = found.Config?.Labels?.[originLabel] === 'packages';
  const origin = built ? 'packages' : digest ? 'registry' : 'archive';
  return { image, origin, id: found.Id, size: found.Size ?? 0, digest };
}
