import type * as z from 'zod/mini';

import { readAnswer, tooLarge } from '../../core/answers/answer';
import { askApi, getFromApi } from './api';
import { docker, dockerJsonLines, inspectExisting } from './client';
import * as forms from './forms';
import type { ContainerFacts, NamedFacts } from './facts';
import { containerFacts, type InspectedContainer } from './inspect';

/** Every container of the engine with its facts, by name. */
export async function listContainers(): Promise<Map<string, ContainerFacts>> {
  const inspected = (await inspectByApi()) ?? (await inspectByClient());
  return new Map(
    inspected.map((container) => [container.Name.replace(/^\//, ''), containerFacts(container)]),
  );
}

/** How many containers are asked about at once, and how many bytes all of them may bring. */
const most = { atOnce: 8, bytes: 16 * 2 ** 20 };

async function inspectByApi(): Promise<InspectedContainer[] | undefined> {
  const listed = await getFromApi('/containers/json?all=true', forms.listedContainers);
  if (!listed) return undefined;
  const inspected: InspectedContainer[] = [];
  let bytes = 0;
  for (let at = 0; at < listed.length; at += most.atOnce) {
    const some = listed.slice(at, at + most.atOnce);
    const answers = await Promise.all(
      some.map(({ Id }) => askApi('GET', `/containers/${Id}/json`)),
    );
    for (const answer of answers) {
      // What vanished in between is left out; what was not told is no container that is missing.
      if (answer?.status === 404) continue;
      if (answer?.status !== 200) return undefined;
      bytes += answer.text.length;
      if (bytes > most.bytes) throw tooLarge('GET /containers', most.bytes);
      inspected.push(readAnswer(forms.inspectedContainer, answer.text, 'GET /containers/ID/json'));
    }
  }
  return inspected;
}

async function inspectByClient(): Promise<InspectedContainer[]> {
  const ids = await lines('container', 'ls', '-aq', '--no-trunc');
  return inspectExisting('container', ids, forms.inspectedContainer);
}

type ApiNamed = z.output<typeof forms.namedThings>[number];

/** Every network of the engine, by name. */
export async function listNetworks(): Promise<Map<string, NamedFacts>> {
  return namedFacts(
    (await getFromApi('/networks', forms.namedThings)) ?? (await namedByClient('network')),
  );
}

/** Every volume of the engine, by name. */
export async function listVolumes(): Promise<Map<string, NamedFacts>> {
  const answer = await getFromApi('/volumes', forms.listedVolumes);
  return namedFacts(answer ? (answer.Volumes ?? []) : await namedByClient('volume'));
}

function namedFacts(found: readonly ApiNamed[]): Map<string, NamedFacts> {
  return new Map(found.map(({ Name, Labels }) => [Name, { name: Name, labels: Labels ?? {} }]));
}

async function namedByClient(kind: 'network' | 'volume'): Promise<ApiNamed[]> {
  const listed = await dockerJsonLines([kind, 'ls', '--format', '{{json .}}'], forms.listedName);
  return listed.map(({ Name, Labels }) => ({ Name, Labels: labelsOf(Labels) }));
}

function labelsOf(listed: string): Record<string, string> {
  const pairs = listed.split(',').map((pair) => pair.split(/=(.*)/s, 2));
  return Object.fromEntries(pairs.flatMap(([key, value = '']) => (key ? [[key, value]] : [])));
}

/** The names of all objects of a kind that the engine has now; of images, `repository:tag`. */
export async function existingNames(
  kind: 'container' | 'network' | 'volume' | 'image',
): Promise<Set<string>> {
  switch (kind) {
    case 'container':
      return new Set(await containerNames());
    case 'network':
      return new Set((await listNetworks()).keys());
    case 'volume':
      return new Set((await listVolumes()).keys());
    case 'image':
      return new Set(await lines('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'));
  }
}

// A container that others link to has several names.
async function containerNames(): Promise<string[]> {
  const listed = await getFromApi('/containers/json?all=true', forms.listedContainers);
  if (listed) return listed.flatMap(({ Names }) => Names.map((name) => name.replace(/^\//, '')));
  const names = await lines('container', 'ls', '--all', '--format', '{{.Names}}');
  return names.flatMap((line) => line.split(','));
}

async function lines(...args: string[]): Promise<string[]> {
  return (await docker(args)).split('\n').filter(Boolean);
}
