import { endOf, readLimit } from '../../core/answers/bounds';
import { failureFrom } from './refusals';
import { once, onceEach } from '../../core/once';
import type { EngineApi } from './api';
import type { DockerClient } from './client';
import type { Contents } from './contents';
import { listEvents } from './events';
import type { EngineSnapshot } from './facts';
import { containerChanges, engineMemory, engineNames, inspectedImage } from './forms';
import { kindOf, type EngineKind } from './kind';
import { listContainers, listImages, listNetworks, listVolumes } from './lists';

/** How an engine and its machine are asked. */
export interface EngineWays {
  /** The name or address under which published ports answer. */
  readonly host: string;
  /** True when the engine publishes its ports on this machine. */
  readonly isLocal: boolean;
  readonly api: EngineApi;
  readonly client: DockerClient;
  readonly contents: Contents;
}

/** An engine as it is now; each fact is fetched once, when first asked for. */
export function takeSnapshot(
  { api, client, host, isLocal, contents }: EngineWays,
  endpoint: string,
): EngineSnapshot {
  const image = onceEach((id: string) => api.find(`/images/${id}/json`, inspectedImage));
  return {
    host,
    isLocal,
    contents,
    containers: once(() => listContainers(api)),
    images: once(() => listImages(api)),
    networks: once(() => listNetworks(api)),
    volumes: once(() => listVolumes(api)),
    history: once(async () => ({ events: await listEvents(api) })),
    async imageCommand(id) {
      const found = await image(id);
      return (
        found && { entrypoint: found.Config?.Entrypoint ?? [], command: found.Config?.Cmd ?? [] }
      );
    },
    imageContainer: async (id) => (await image(id))?.Container ?? '',
    layers: async (name) => (await image(name))?.RootFS?.Layers ?? [],
    changedPaths: (container) => changedPaths(api, container),
    log: onceEach((container: string) => readLog(client, container)),
    exec: (...words) => execIn(client, ...words),
    memory: once(async () => (await api.get('/info', engineMemory)).MemTotal ?? 0),
    kind: once(() => askKind(api, endpoint)),
  };
}

async function askKind(api: EngineApi, endpoint: string): Promise<EngineKind> {
  const told = await api.get('/info', engineNames);
  const { Name: name = '', OperatingSystem: system = '', DockerRootDir: folder = '' } = told;
  return kindOf({ endpoint, name, system, folder });
}

/** What the API calls a path that was removed. */
const removed = 2;

async function changedPaths(api: EngineApi, container: string): Promise<string[]> {
  const changes = await api.get(`/containers/${container}/changes`, containerChanges);
  return (changes ?? []).filter(({ Kind }) => Kind !== removed).map(({ Path }) => Path);
}

async function readLog(client: DockerClient, container: string): Promise<string> {
  const args = ['container', 'logs', '--tail', '200', '--', container];
  const { code, stdout, stderr } = await client.run(args);
  if (code === 0) return endOf(`${stdout}\n${stderr}`, readLimit.log).trim();
  const failure = failureFrom(stderr, { command: ['docker', ...args].join(' ') });
  // A log that cannot be read counts as empty. When the engine itself fails, the failure is thrown.
  if (failure.code === 'command-failed') return '';
  throw failure;
}

async function execIn(
  client: DockerClient,
  container: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  // Passed by name, so that no value shows in this machine's list of processes.
  const names = Object.keys(environment).flatMap((name) => ['-e', name]);
  const words = ['exec', ...names, '--', container, ...argv];
  const { code, stdout, stderr } = await client.run(words, { env: environment });
  const failure = code === 0 ? undefined : failureFrom(stderr);
  if (failure && ['engine-not-running', 'socket-denied'].includes(failure.code)) throw failure;
  return { code, output: `${stdout}\n${stderr}`.trim() };
}
