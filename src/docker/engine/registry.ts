import * as z from 'zod/mini';

import { list } from '../../core/answers/form-parts';
import { askOnceHere, type AskOnce, type HttpAnswer, type Question } from '../../core/answers/http';
import { parseJson } from '../../core/answers/json';

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

const digest = z.string().check(z.regex(/^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,128}$/));
const repository = z
  .string()
  .check(
    z.maxLength(255),
    z.regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/),
  );
const tag = z.string().check(z.regex(/^\w[\w.-]{0,127}$/));
const part = z.object({ digest });
const few = 128;

const forms = {
  catalogue: z.object({ repositories: list(repository, few) }),
  tags: z.object({ tags: z.nullish(list(tag, few)) }),
  manifest: z.object({
    config: z.optional(part),
    layers: z.optional(list(part, few)),
    manifests: z.optional(list(part, few)),
  }),
};

/** How deep indexes of images may be nested. */
const deepest = 3;

/** How many values an answer may have: a manifest has some hundred. */
const mostValues = 5_000;

/** How many questions one catalogue may need: far more than the images of an exercise do. */
const mostQuestions = 500;

/** Milliseconds until a registry counts as silent; where nobody listens, that is known at once. */
const patience = 20_000;

/** A registry that did not answer a question, or not to the end; `error` is the system's word for it. */
export class RegistrySilence extends Error {
  constructor(
    readonly url: string,
    readonly error: string,
  ) {
    super(`${url}: ${error}`);
  }
}

type Answered = Extract<HttpAnswer, { status: number }>;

/** Asks registries by their HTTP API, with a function that reaches them. */
export class Registries {
  private left = mostQuestions;

  constructor(private readonly ask: AskOnce = askOnceHere) {}

  /** The repositories of a registry. */
  async catalogueOf(registry: string): Promise<Catalogue> {
    this.left = mostQuestions;
    const answer = await this.ask(`http://${registry}/v2/_catalog`, question('GET'));
    if ('error' in answer) return { error: answer.error, status: 0 };
    const said = isGood(answer) ? read(forms.catalogue, answer.body) : undefined;
    return said ?? { error: '', status: answer.status };
  }

  /** Every tagged image of a repository, with the parts that a pull would not find; throws `RegistrySilence` when the registry does not answer. */
  async imagesOf(registry: string, repository: string): Promise<RegistryImage[]> {
    const base = `http://${registry}/v2/${repository}`;
    const told = await this.told(`${base}/tags/list`, forms.tags);
    const images: RegistryImage[] = [];
    // One after the other, because each may bring an answer of the largest size.
    for (const name of told?.tags ?? []) {
      const missing = await this.missingParts(base, name);
      images.push({ reference: `${registry}/${repository}:${name}`, missing });
    }
    return images;
  }

  private async missingParts(base: string, reference: string, depth = 0): Promise<string[]> {
    const manifest = await this.told(`${base}/manifests/${reference}`, forms.manifest);
    if (!manifest || depth === deepest) return [reference];
    const { config, layers = [], manifests = [] } = manifest;
    const blobs = [...(config ? [config] : []), ...layers].map((blob) => blob.digest);
    const parts = await Promise.all(
      blobs.map(async (blob) => ((await this.hasBlob(base, blob)) ? [] : [blob])),
    );
    const missing = parts.flat();
    // One after the other, because each may be an index itself.
    for (const child of manifests)
      missing.push(...(await this.missingParts(base, child.digest, depth + 1)));
    return missing;
  }

  private async hasBlob(base: string, blob: string): Promise<boolean> {
    return isGood(await this.answer(`${base}/blobs/${blob}`, 'HEAD'));
  }

  /** What a registry has under an address; undefined where it says that it has nothing there. */
  private async told<T extends z.ZodMiniType>(
    url: string,
    form: T,
  ): Promise<z.output<T> | undefined> {
    const answer = await this.answer(url, 'GET');
    return isGood(answer) ? read(form, answer.body) : undefined;
  }

  private async answer(url: string, method: 'GET' | 'HEAD'): Promise<Answered> {
    if (this.left === 0) throw new RegistrySilence(url, `${mostQuestions} questions`);
    this.left -= 1;
    const answer = await this.ask(url, question(method));
    if ('error' in answer) throw new RegistrySilence(url, answer.error);
    // A server error, a limit of requests or a redirection does not mean that the image is missing.
    const { status } = answer;
    if (status >= 500 || status === 429 || (status >= 300 && status < 400))
      throw new RegistrySilence(url, String(status));
    return answer;
  }
}

function question(method: 'GET' | 'HEAD'): Question {
  return { method, accept: manifestTypes, timeout: patience };
}

function isGood({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

/** What a body says; undefined where it has another form. */
function read<T extends z.ZodMiniType>(form: T, body: string): z.output<T> | undefined {
  try {
    return form.safeParse(parseJson(body, mostValues)).data;
  } catch {
    return undefined;
  }
}
