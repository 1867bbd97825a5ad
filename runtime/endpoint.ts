import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { docker } from './docker';

/** Where the engine listens (`unix://…`, `npipe://…`, `tcp://…`, `ssh://…`), by DOCKER_HOST or the client's current context. */
export async function engineEndpoint(): Promise<string> {
  if (process.env['DOCKER_HOST']) return process.env['DOCKER_HOST'];
  const context = process.env['DOCKER_CONTEXT'] ?? (await configuredContext());
  if (!context || context === 'default') return defaultEndpoint;
  const template = '{{.Endpoints.docker.Host}}';
  return (await docker(['context', 'inspect', context, '--format', template])).trim();
}

const defaultEndpoint =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

async function configuredContext(): Promise<string | undefined> {
  const folder = process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
  try {
    const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as unknown;
    const context = (config as { currentContext?: unknown }).currentContext;
    return typeof context === 'string' ? context : undefined;
  } catch {
    return undefined;
  }
}

/** The host on which an engine's published ports answer: `localhost` unless the endpoint names another machine. */
export function publishedHost(endpoint: string): string {
  if (!/^(tcp|ssh|https?):/.test(endpoint)) return 'localhost';
  return new URL(endpoint.replace(/^\w+:/, 'http:')).hostname || 'localhost';
}
