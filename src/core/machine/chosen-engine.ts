import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the engine of this machine listens unless its client is set to another one. */
export const defaultEndpoint =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

/** What chose an engine other than the default one, and its address or the name of its context. */
export interface ChosenEngine {
  readonly by: 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context';
  readonly value: string;
}

/** What chose the engine of this machine's docker client; undefined for the default one. */
export function chosenEngine(): ChosenEngine | undefined {
  const host = process.env['DOCKER_HOST'];
  const context = process.env['DOCKER_CONTEXT'];
  if (host) return host === defaultEndpoint ? undefined : { by: 'DOCKER_HOST', value: host };
  if (context) return context === 'default' ? undefined : { by: 'DOCKER_CONTEXT', value: context };
  const configured = configuredContext();
  if (!configured || configured === 'default') return undefined;
  return { by: 'context', value: configured };
}

/** The folder of the docker client's own files. */
export function dockerFolder(): string {
  return process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
}

function configuredContext(): string | undefined {
  try {
    const config = JSON.parse(readFileSync(join(dockerFolder(), 'config.json'), 'utf8')) as unknown;
    const context = (config as { currentContext?: unknown }).currentContext;
    return typeof context === 'string' ? context : undefined;
  } catch {
    return undefined;
  }
}
