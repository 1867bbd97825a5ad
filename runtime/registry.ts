import { silent } from './http';

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

/** Milliseconds until a registry counts as silent; where nobody listens, that is known at once. */
const patience = 20_000;

/** A registry that did not answer a question, or broke off; `error` is the system's word for it. */
export class RegistrySilence extends Error {
  constructor(
    readonly url: string,
    readonly error: string,
  ) {
    super(`${url}: ${error}`);
  }
}

async function request(url: string, method = 'GET'): Promise<Response> {
  const headers = { accept: manifestTypes };
  const signal = AbortSignal.timeout(patience);
  return fetch(url, { method, headers, signal }).catch(silence(url));
}

/** What a registry says in JSON; undefined where it says something else. */
async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(silence(answer.url));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function silence(url: string): (error: Error & { cause?: NodeJS.ErrnoException }) => never {
  return ({ name, cause, message }) => {
    throw new RegistrySilence(url, name === 'TimeoutError' ? silent : (cause?.code ?? message));
  };
}

/** The repositories of a registry, by its HTTP API. */
export async function catalogueOf(registry: string): Promise<Catalogue> {
  try {
    const answer = await request(`http://${registry}/v2/_catalog`);
    const { repositories } = ((await jsonOf(answer)) ?? {}) as {
      repositories?: readonly string[];
    };
    if (answer.ok && Array.isArray(repositories)) return { repositories };
    return { error: '', status: answer.status };
  } catch (error) {
    if (!(error instanceof RegistrySilence)) throw error;
    return { error: error.error, status: 0 };
  }
}

/** Every tagged image of a repository, each looked through as a pull would; throws `RegistrySilence` where the registry does not tell. */
export async function imagesOf(registry: string, repository: string): Promise<RegistryImage[]> {
  const base = `http://${registry}/v2/${repository}`;
  const list = (await told(`${base}/tags/list`)) as { tags?: readonly string[] | null } | undefined;
  return Promise.all(
    (list?.tags ?? []).map(async (tag) => ({
      reference: `${registry}/${repository}:${tag}`,
      missing: await missingParts(base, tag),
    })),
  );
}

/** What a registry has under an address; undefined where it says that it has nothing there. */
async function told(url: string): Promise<unknown> {
  const answer = await request(url);
  return isThere(answer) ? jsonOf(answer) : undefined;
}

function isThere({ ok, status, url }: Response): boolean {
  // That it cannot look, or is asked too much, does not say that it has nothing.
  if (status >= 500 || status === 429) throw new RegistrySilence(url, String(status));
  return ok;
}

async function missingParts(base: string, reference: string): Promise<string[]> {
  const manifest = (await told(`${base}/manifests/${reference}`)) as Manifest | undefined;
  if (!manifest) return [reference];
  const { config, layers = [], manifests = [] } = manifest;
  const blobs = [...(config ? [config] : []), ...layers].map(({ digest }) => digest);
  const [parts, children] = await Promise.all([
    Promise.all(blobs.map(async (digest) => ((await hasBlob(base, digest)) ? [] : [digest]))),
    Promise.all(manifests.map(({ digest }) => missingParts(base, digest))),
  ]);
  return [...parts, ...children].flat();
}

async function hasBlob(base: string, digest: string): Promise<boolean> {
  return isThere(await request(`${base}/blobs/${digest}`, 'HEAD'));
}
