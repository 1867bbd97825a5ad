import { docker, dockerJsonLines, dockerRaw } from './docker';
import { publishedHost } from './endpoint';
import type { EngineEvent, EngineFacts, ImageFacts } from './facts';
import { listContainers, listNetworks, listVolumes } from './listed';

/** Looks at the engine of an endpoint, by its API where it listens here, else through the docker client; each fact is fetched once, when first asked for. */
export function lookAtEngine(endpoint: string): EngineFacts {
  const host = publishedHost(endpoint);
  return {
    host,
    isLocal: host === 'localhost' || host === '127.0.0.1',
    containers: once(listContainers),
    images: once(listImages),
    networks: once(listNetworks),
    volumes: once(listVolumes),
    history: once(async () => ({ events: await listEvents() })),
    log: readLog,
    exec: execIn,
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

interface ListedImage {
  readonly ID: string;
  readonly Repository: string;
  readonly Tag: string;
  readonly CreatedAt: string;
}

async function listImages(): Promise<ImageFacts[]> {
  const format = '{{json .}}';
  const listed = await dockerJsonLines<ListedImage>([
    'image',
    'ls',
    '--no-trunc',
    '--format',
    format,
  ]);
  return listed.map(({ ID, Repository, Tag, CreatedAt }) => ({
    id: ID,
    reference: `${Repository}:${Tag}`,
    createdAt: CreatedAt,
  }));
}

interface ListedEvent {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: Record<string, string> };
  readonly timeNano: number;
}

/** Reads one line of `docker events`; nanoseconds exceed what a number holds, so they stay text. */
export function parseEvent(line: string): EngineEvent {
  const event = JSON.parse(line) as ListedEvent;
  return {
    type: event.Type,
    action: event.Action,
    id: event.Actor.ID,
    attributes: event.Actor.Attributes ?? {},
    at: /"timeNano":(\d+)/.exec(line)?.[1] ?? String(event.timeNano),
  };
}

async function listEvents(): Promise<EngineEvent[]> {
  // The engine's own clock, since a virtual machine's may differ from this one's.
  const now = (await docker(['info', '--format', '{{.SystemTime}}'])).trim();
  const format = '{{json .}}';
  const args = ['events', '--since', '1970-01-02T00:00:00Z', '--until', now, '--format', format];
  const lines = (await docker(args)).split('\n').filter(Boolean);
  return lines.map(parseEvent);
}

async function readLog(container: string): Promise<string> {
  const { stdout, stderr } = await dockerRaw(['container', 'logs', '--tail', '200', container]);
  return `${stdout}\n${stderr}`.trim();
}

async function execIn(
  container: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  // Passed by name, so that no value shows in this machine's list of processes.
  const names = Object.keys(environment).flatMap((name) => ['-e', name]);
  const { code, stdout, stderr } = await dockerRaw(['exec', ...names, container, ...argv], {
    env: environment,
  });
  return { code, output: `${stdout}\n${stderr}`.trim() };
}
