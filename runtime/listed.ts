import { askApi, getFromApi } from './api';
import { docker, dockerJsonLines, inspectExisting } from './docker';
import type { ContainerFacts, NamedFacts } from './facts';
import { containerFacts, type InspectedContainer } from './inspect';

/** Every container of the engine with its facts, by name. */
export async function listContainers(): Promise<Map<string, ContainerFacts>> {
  const inspected = (await inspectByApi()) ?? (await inspectByClient());
  return new Map(
    inspected.map((container) => [container.Name.replace(/^\//, ''), containerFacts(container)]),
  );
}

async function inspectByApi(): Promise<InspectedContainer[] | undefined> {
  const listed = await getFromApi<{ Id: string }[]>('/containers/json?all=true');
  if (!listed) return undefined;
  const answers = await Promise.all(
    listed.map(({ Id }) => askApi('GET', `/containers/${Id}/json`)),
  );
  const inspected: InspectedContainer[] = [];
  for (const answer of answers) {
    // What vanished in between is left out; what was not told is no container that is missing.
    if (answer?.status === 404) continue;
    if (answer?.status !== 200) return undefined;
    inspected.push(JSON.parse(answer.text) as InspectedContainer);
  }
  return inspected;
}

async function inspectByClient(): Promise<InspectedContainer[]> {
  const ids = await lines('container', 'ls', '-aq', '--no-trunc');
  return inspectExisting<InspectedContainer>('container', ids);
}

interface ApiNamed {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>> | null;
}

/** Every network of the engine, by name. */
export async function listNetworks(): Promise<Map<string, NamedFacts>> {
  return namedFacts(
    (await getFromApi<ApiNamed[]>('/networks')) ?? (await namedByClient('network')),
  );
}

/** Every volume of the engine, by name. */
export async function listVolumes(): Promise<Map<string, NamedFacts>> {
  const answer = await getFromApi<{ Volumes: ApiNamed[] | null }>('/volumes');
  return namedFacts(answer ? (answer.Volumes ?? []) : await namedByClient('volume'));
}

function namedFacts(found: readonly ApiNamed[]): Map<string, NamedFacts> {
  return new Map(found.map(({ Name, Labels }) => [Name, { name: Name, labels: Labels ?? {} }]));
}

interface ListedName {
  readonly Name: string;
  /** `key=value`, separated by commas. */
  readonly Labels: string;
}

async function namedByClient(kind: 'network' | 'volume'): Promise<ApiNamed[]> {
  const listed = await dockerJsonLines<ListedName>([kind, 'ls', '--format', '{{json .}}']);
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
  const listed = await getFromApi<{ Names: string[] }[]>('/containers/json?all=true');
  if (listed) return listed.flatMap(({ Names }) => Names.map((name) => name.replace(/^\//, '')));
  const names = await lines('container', 'ls', '--all', '--format', '{{.Names}}');
  return names.flatMap((line) => line.split(','));
}

async function lines(...args: string[]): Promise<string[]> {
  return (await docker(args)).split('\n').filter(Boolean);
}
