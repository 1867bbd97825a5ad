import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the engine of this machine listens unless it is told otherwise. */
export const defaultEndpoint =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

/** What chose an engine other than the default one, and its address or the name of its context. */
export interface ChosenEngine {
  readonly by: 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context';
  readonly value: string;
}

const meant = new AsyncLocalStorage<string>();

/** Does work for which the docker client and the engine's API mean that engine, whatever else is done meanwhile. */
export function onEngineAt<T>(endpoint: string, work: () => Promise<T>): Promise<T> {
  return meant.run(endpoint, work);
}

/** The address that stands in DOCKER_HOST for a docker client that is started now. */
export function dockerHost(): string | undefined {
  return meant.getStore() ?? process.env['DOCKER_HOST'];
}

/** The environment of a docker client, besides this process's own. */
export function dockerEnv(): Readonly<Record<string, string>> {
  const host = dockerHost();
  return host === undefined ? {} : { DOCKER_HOST: host };
}

/** What chose the engine of the docker client; undefined for the default one. */
export function chosenEngine(): ChosenEngine | undefined {
  const host = dockerHost();
  const context = process.env['DOCKER_CONTEXT'];
  if (host) return host === defaultEndpoint ? undefined : { by: 'DOCKER_HOST', value: host };
  if (context) return context === 'default' ? undefined : { by: 'DOCKER_CONTEXT', value: context };
  const configured = configuredContext();
  if (!configured || configured === 'default') return undefined;
  return { by: 'context', value: configured };
}

function configuredContext(): string | undefined {
  const folder = process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
  try {
    const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as unknown;
    const context = (config as { currentContext?: unknown }).currentContext;
    return typeof context === 'string' ? context : undefined;
  } catch {
    return undefined;
  }
}
