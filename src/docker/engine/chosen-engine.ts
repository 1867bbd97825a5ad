import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../core/machine/process';

/** Where the engine of this machine listens unless it is told otherwise. */
export const defaultEndpoint =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

/** What chose an engine other than the default one, and its address or the name of its context. */
export interface ChosenEngine {
  readonly by: 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context';
  readonly value: string;
}

/** An engine of another machine: the socket of this one that leads to its API, and what runs programs there. */
export interface EngineElsewhere {
  readonly endpoint: string;
  readonly run: Run;
  /** The words with which this machine starts a program there and reads what it says. */
  readonly command: (program: string, args: readonly string[]) => [string, readonly string[]];
  /** What of this process's environment must not go there, each as undefined. */
  readonly env: Readonly<Record<string, undefined>>;
}

const meant = new AsyncLocalStorage<EngineElsewhere>();

/** Does work for which `docker` and the engine's API mean that engine, whatever else is done meanwhile. */
export function onEngineAt<T>(engine: EngineElsewhere, work: () => Promise<T>): Promise<T> {
  return meant.run(engine, work);
}

/** The engine of another machine that is meant; undefined where it is the one of this machine's own client. */
export function engineElsewhere(): EngineElsewhere | undefined {
  return meant.getStore();
}

/** The address that stands in DOCKER_HOST for a docker client that is started now. */
export function dockerHost(): string | undefined {
  return meant.getStore()?.endpoint ?? process.env['DOCKER_HOST'];
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
