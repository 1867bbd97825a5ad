import type * as z from 'zod/mini';

import { getFromApi } from './api';
import { dockerJsonLines } from './client';
import { listedImage, listedImages } from './forms';
import type { ImageFacts } from './facts';

type ApiImage = z.output<typeof listedImages>[number];

/** Every image of the engine under each of its names. */
export async function listImages(): Promise<ImageFacts[]> {
  const images = await getFromApi('/images/json', listedImages);
  return images ? images.flatMap(imageFacts) : imagesByClient();
}

function imageFacts({ Id: id, RepoTags, RepoDigests, Created }: ApiImage): ImageFacts[] {
  const createdAt = new Date(Created * 1000).toISOString();
  const names = RepoTags?.length ? RepoTags : [untagged(RepoDigests?.[0])];
  return names.map((reference) => ({ id, reference, createdAt }));
}

// As the client lists what was pulled by its digest, or lost its name.
function untagged(digest = '<none>'): string {
  return `${digest.split('@')[0] ?? ''}:<none>`;
}

async function imagesByClient(): Promise<ImageFacts[]> {
  const words = ['image', 'ls', '--no-trunc', '--format', '{{json .}}'];
  const listed = await dockerJsonLines(words, listedImage);
  return listed.map(({ ID, Repository, Tag, CreatedAt }) => ({
    id: ID,
    reference: `${Repository}:${Tag}`,
    createdAt: CreatedAt,
  }));
}
