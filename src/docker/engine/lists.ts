import type * as z from 'zod/mini';

import { readAnswer, tooLarge } from '../../core/answers/answer';
import type { EngineApi } from './api';
import type { ContainerFacts, ImageFacts, NamedFacts } from './facts';
import * as forms from './forms';
import { containerFacts } from './inspect';

/** How many containers are asked about at once, and how many bytes all of them may bring. */
const most = { atOnce: 8, bytes: 16 * 2 ** 20 };

/** Every container of the engine with its facts, by name. */
export async function listContainers(api: EngineApi): Promise<Map<string, ContainerFacts>> {
  const listed = await api.get('/containers/json?all=true', forms.containerList);
  const containers = new Map<string, ContainerFacts>();
  let bytes = 0;
  for (let at = 0; at < listed.length; at += most.atOnce) {
    const some = listed
      .slice(at, at + most.atOnce)
      .map(({ Id }) => api.findText(`/containers/${Id}/json`));
    for (const text of await Promise.all(some)) {
      // A container that was removed meanwhile is left out.
      if (text === undefined) continue;
      bytes += text.length;
      if (bytes > most.bytes) throw tooLarge('GET /containers', most.bytes);
      const form = forms.inspectedContainer;
      const facts = containerFacts(readAnswer(form, text, 'GET /containers/ID/json'));
      containers.set(facts.name, facts);
    }
  }
  return containers;
}

type ApiImage = z.output<typeof forms.imageList>[number];

/** Every image of the engine under each of its names. */
export async function listImages(api: EngineApi): Promise<ImageFacts[]> {
  return (await api.get('/images/json', forms.imageList)).flatMap(imageFacts);
}

function imageFacts({ Id: id, RepoTags, RepoDigests, Created }: ApiImage): ImageFacts[] {
  const createdAt = new Date(Created * 1000).toISOString();
  const names = RepoTags?.length ? RepoTags : [untagged(RepoDigests?.[0])];
  return names.map((reference) => ({ id, reference, createdAt }));
}

// The name in the client's list for an image that was pulled by its digest or lost its name.
function untagged(digest = '<none>'): string {
  return `${digest.split('@')[0] ?? ''}:<none>`;
}

/** Every network of the engine, by name. */
export async function listNetworks(api: EngineApi): Promise<Map<string, NamedFacts>> {
  return namedFacts(await api.get('/networks', forms.networkList));
}

/** Every volume of the engine, by name. */
export async function listVolumes(api: EngineApi): Promise<Map<string, NamedFacts>> {
  return namedFacts((await api.get('/volumes', forms.volumeList)).Volumes ?? []);
}

function namedFacts(found: z.output<typeof forms.networkList>): Map<string, NamedFacts> {
  return new Map(found.map(({ Name, Labels }) => [Name, { name: Name, labels: Labels ?? {} }]));
}

/** The names of all objects of a kind that the engine has now; of images, `repository:tag`. */
export async function existingNames(
  kind: 'container' | 'network' | 'volume' | 'image',
  api: EngineApi,
): Promise<Set<string>> {
  switch (kind) {
    case 'container':
      return new Set(await containerNames(api));
    case 'network':
      return new Set((await listNetworks(api)).keys());
    case 'volume':
      return new Set((await listVolumes(api)).keys());
    case 'image':
      return new Set((await listImages(api)).map(({ reference }) => reference));
  }
}

// A container that others link to has several names.
async function containerNames(api: EngineApi): Promise<string[]> {
  const listed = await api.get('/containers/json?all=true', forms.containerList);
  return listed.flatMap(({ Names }) => Names.map((name) => name.replace(/^\//, '')));
}
