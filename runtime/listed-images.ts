import { getFromApi } from './api';
import { dockerJsonLines } from './docker';
import type { ImageFacts } from './facts';

interface ApiImage {
  readonly Id: string;
  readonly RepoTags: readonly string[] | null;
  readonly RepoDigests: readonly string[] | null;
  /** Seconds since 1970. */
  readonly Created: number;
}

/** Every image of the engine under each of its names. */
export async function listImages(): Promise<ImageFacts[]> {
  const images = await getFromApi<ApiImage[]>('/images/json');
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

interface ListedImage {
  readonly ID: string;
  readonly Repository: string;
  readonly Tag: string;
  readonly CreatedAt: string;
}

async function imagesByClient(): Promise<ImageFacts[]> {
  const format = ['--format', '{{json .}}'];
  const listed = await dockerJsonLines<ListedImage>(['image', 'ls', '--no-trunc', ...format]);
  return listed.map(({ ID, Repository, Tag, CreatedAt }) => ({
    id: ID,
    reference: `${Repository}:${Tag}`,
    createdAt: CreatedAt,
  }));
}
