/** What a registry says when asked for what it holds. */
export type Catalogue =
  | { readonly repositories: readonly string[] }
  | { readonly error: string; readonly status: number };

/** An image that a registry lists, and whether everything of it is there. */
export interface RegistryImage {
  readonly reference: string;
  /** The digests that the registry lists and does not hold. */
  readonly missing: readonly string[];
}

const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
].join(', ');

interface Manifest {
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
  readonly manifests?: readonly { readonly digest: string }[];
}

async function request(url: string, method = 'GET'): Promise<Response> {
  return fetch(url, {
    method,
    headers: { accept: manifestTypes },
    signal: AbortSignal.timeout(5000),
  });
}

/** The repositories of a registry, by its HTTP API. */
export async function catalogueOf(registry: string): Promise<Catalogue> {
  try {
    const answer = await request(`http://${registry}/v2/_catalog`);
    const body: unknown = await answer.json().catch(() => undefined);
    const { repositories } = (body ?? {}) as { repositories?: readonly string[] };
    if (answer.ok && Array.isArray(repositories)) return { repositories };
    return { error: '', status: answer.status };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
    return { error: cause?.code ?? message, status: 0 };
  }
}

/** Every tagged image of a repository, each looked through as a pull would. */
export async function imagesOf(registry: string, repository: string): Promise<RegistryImage[]> {
  const base = `http://${registry}/v2/${repository}`;
  const answer = await request(`${base}/tags/list`);
  const { tags } = (answer.ok ? await answer.json() : {}) as { tags?: readonly string[] | null };
  return Promise.all(
    (tags ?? []).map(async (tag) => ({
      reference: `${registry}/${repository}:${tag}`,
      missing: await missingParts(base, tag),
    })),
  );
}

async function missingParts(base: string, reference: string): Promise<string[]> {
  const answer = await request(`${base}/manifests/${reference}`);
  if (!answer.ok) return [reference];
  const { config, layers = [], manifests = [] } = (await answer.json()) as Manifest;
  const blobs = [...(config ? [config] : []), ...layers].map(({ digest }) => digest);
  const [parts, children] = await Promise.all([
    Promise.all(blobs.map(async (digest) => ((await hasBlob(base, digest)) ? [] : [digest]))),
    Promise.all(manifests.map(({ digest }) => missingParts(base, digest))),
  ]);
  return [...parts, ...children].flat();
}

async function hasBlob(base: string, digest: string): Promise<boolean> {
  return (await request(`${base}/blobs/${digest}`, 'HEAD')).ok;
}
