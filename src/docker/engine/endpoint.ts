import { chosenEngine, defaultEndpoint } from './chosen-engine';
import { docker } from './client';

/** Where the engine listens (`unix://…`, `npipe://…`, `tcp://…`, `ssh://…`), by DOCKER_HOST or the client's current context. */
export async function engineEndpoint(): Promise<string> {
  const chosen = chosenEngine();
  if (!chosen) return defaultEndpoint;
  if (chosen.by === 'DOCKER_HOST') return chosen.value;
  const template = '{{.Endpoints.docker.Host}}';
  return (await docker(['context', 'inspect', chosen.value, '--format', template])).trim();
}

/** The host on which an engine's published ports answer: `localhost` unless the endpoint names another machine. */
export function publishedHost(endpoint: string): string {
  if (!/^(tcp|ssh|https?):/.test(endpoint)) return 'localhost';
  return new URL(endpoint.replace(/^\w+:/, 'http:')).hostname || 'localhost';
}
