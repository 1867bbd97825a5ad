import { parseDocument } from 'yaml';
import * as z from 'zod';

import { parseJson } from '../core/answers/json';

/** Why an archive of images is not given to the engine. */
export type ArchiveFault = 'compressed' | 'no-archive' | 'no-index' | 'too-large' | 'form';

/** What is wrong with an archive, and where. */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    readonly where = '',
  ) {
    super(`${fault} ${where}`);
  }
}

/** An image of an archive that has no name. */
const nameless = '<none>';

const annotations = z.record(z.string(), z.string());
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const platform = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const descriptor = z.strictObject({
  mediaType: z.string(),
  digest,
  size: z.number().int().nonnegative(),
  annotations: annotations.optional(),
  platform: platform.optional(),
  artifactType: z.string().optional(),
});

// Strict, because Go takes `repotags` for `RepoTags`: the engine may know a key that we do not.
const forms = {
  'manifest.json': z.array(
    z.strictObject({
      Config: z.string(),
      RepoTags: z.array(z.string()).nullable(),
      Layers: z.array(z.string()),
      Parent: z.string().optional(),
      LayerSources: z.record(z.string(), descriptor).nullish(),
    }),
  ),
  'index.json': z.strictObject({
    schemaVersion: z.literal(2),
    mediaType: z.string().optional(),
    manifests: z.array(descriptor),
    annotations: annotations.optional(),
  }),
  repositories: z.record(z.string(), z.record(z.string(), z.string())),
} as const;

/** The files of an archive that name its images. */
export const indexFiles = Object.keys(forms) as readonly IndexFile[];

/** A file of an archive that names its images. */
export type IndexFile = keyof typeof forms;

const imageName = 'io.containerd.image.name';
const refName = 'org.opencontainers.image.ref.name';

/** The names of the images that an index file of an archive gives; throws where its form is not exactly the known one. */
export function namesIn(file: IndexFile, text: string): string[] {
  const names = namesOf(file, text).map((name) => inForm(file, name));
  requireUniqueKeys(file, text);
  return names;
}

function namesOf(file: IndexFile, text: string): string[] {
  switch (file) {
    case 'manifest.json':
      return parsed(file, forms[file], text).flatMap(({ RepoTags }) =>
        RepoTags?.length ? RepoTags : [nameless],
      );
    case 'index.json':
      return parsed(file, forms[file], text).manifests.map(
        ({ annotations: said = {} }) => said[imageName] ?? said[refName] ?? nameless,
      );
    case 'repositories':
      return Object.entries(parsed(file, forms[file], text)).flatMap(([repository, tags]) =>
        Object.keys(tags).map((tag) => `${repository}:${tag}`),
      );
  }
}

/** How many values an index file may have: some hundreds for each image. */
const mostValues = 20_000;

function parsed<T>(file: IndexFile, form: z.ZodType<T>, text: string): T {
  try {
    return form.parse(parseJson(text, mostValues));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw new ArchiveError('form', file);
    throw new ArchiveError('form', `${file}: ${error.issues[0]?.path.join('.') ?? ''}`);
  }
}

// When a key is there twice, Go may read the value that JSON.parse ignores.
function requireUniqueKeys(file: IndexFile, text: string): void {
  if (hasKeyTwice(text)) throw new ArchiveError('form', `${file}: the same key twice`);
}

function hasKeyTwice(text: string): boolean {
  try {
    const { errors } = parseDocument(text, { uniqueKeys: true, schema: 'json' });
    return errors.some(({ code }) => code === 'DUPLICATE_KEY');
  } catch (error) {
    // A value that is too deep for the stack is one that JSON.parse dropped for a second key.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

const form = /^[a-z0-9][\w./:@-]{0,300}$/i;

function inForm(file: IndexFile, name: string): string {
  if (name === nameless || form.test(name)) return name.replace(/^docker\.io\/library\//, '');
  throw new ArchiveError('form', `${file}: ${JSON.stringify(name.slice(0, 80))}`);
}
