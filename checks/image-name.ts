import type { ContainerFacts, EngineFacts } from '../runtime/facts';

/** The repository of an image reference, without the public registry's own prefixes, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? reference;
  const withoutTag = withoutDigest.replace(/:[\w.-]+$/, '');
  return withoutTag
    .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\//, '')
    .replace(/^library\//, '');
}

/** A reference with its tag written out: `httpd` is `httpd:latest`. */
export function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return /[:@]./s.test(last) ? reference : `${reference}:latest`;
}

/** Whether a reference (any tag of it, an id, another name of the same image) means the image of that name. */
export async function isNameOf(
  engine: EngineFacts,
  reference: string,
  wanted: string,
): Promise<boolean> {
  if (repositoryOf(reference) === repositoryOf(wanted)) return true;
  const images = await engine.images();
  const digits = /^(?:sha256:)?([0-9a-f]{4,64})$/.exec(reference)?.[1];
  const meant = images.filter(
    (image) =>
      image.reference === withTag(reference) || (digits && image.id.startsWith(`sha256:${digits}`)),
  );
  const ids = new Set(meant.map(({ id }) => id));
  return images.some(
    (image) => repositoryOf(image.reference) === repositoryOf(wanted) && ids.has(image.id),
  );
}

/** Whether a container was made from that image, by name (any tag of it) or by being the same image. */
export async function isImage(
  engine: EngineFacts,
  container: Pick<ContainerFacts, 'image' | 'imageId'>,
  wanted: string,
): Promise<boolean> {
  if (repositoryOf(container.image) === repositoryOf(wanted)) return true;
  const images = await engine.images();
  return images.some(
    ({ id, reference }) =>
      id === container.imageId && repositoryOf(reference) === repositoryOf(wanted),
  );
}
