import { readAnswer } from '../../core/answers/answer';
import { endOf, readLimit } from '../../core/answers/bounds';
import { getFromApi, linesFromApi } from './api';
import { docker, dockerRaw, inspectExisting } from './client';
import { publishedHost } from './endpoint';
import type { EngineEvent, EngineFacts, ImageCommand } from './facts';
import { failureFrom } from './refusals';
import { engineClock, engineEvent, inspectedImage } from './forms';
import { listImages } from './image-list';
import { listContainers, listNetworks, listVolumes } from './lists';

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
    imageCommand: onceEach(readImageCommand),
    log: onceEach(readLog),
    exec: execIn,
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

function onceEach<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Reads one line of `docker events`; nanoseconds exceed what a number holds, so they stay text. */
export function parseEvent(line: string): EngineEvent {
  const event = readAnswer(engineEvent, line, 'docker events');
  return {
    type: event.Type,
    action: event.Action,
    id: event.Actor.ID,
    attributes: event.Actor.Attributes ?? {},
    at: /"timeNano":(\d{1,20})\b/.exec(line)?.[1] ?? '0',
  };
}

/** Now, by the engine's own clock: a virtual machine's may differ from this one's. */
export async function engineTime(): Promise<string> {
  const info = await getFromApi('/info', engineClock);
  if (info) return info.SystemTime;
  const said = await docker(['info', '--format', '{"SystemTime":{{json .SystemTime}}}']);
  return readAnswer(engineClock, said, 'docker info').SystemTime;
}

// The first day that every system's clock can name.
const since = '1970-01-02T00:00:00Z';

async function listEvents(): Promise<EngineEvent[]> {
  const until = await engineTime();
  const query = `since=${unixTime(since)}&until=${unixTime(until)}`;
  const lines = (await linesFromApi(`/events?${query}`)) ?? (await eventsByClient(until));
  return lines.map(parseEvent);
}

async function eventsByClient(until: string): Promise<string[]> {
  const range = ['--since', since, '--until', until];
  return (await docker(['events', ...range, '--format', '{{json .}}'])).split('\n').filter(Boolean);
}

/** A moment as the API takes it: seconds, with the nanoseconds behind a point. */
function unixTime(iso: string): string {
  const nanoseconds = /\.(\d+)/.exec(iso)?.[1] ?? '0';
  return `${Math.floor(Date.parse(iso) / 1000)}.${nanoseconds.padEnd(9, '0')}`;
}

async function readImageCommand(id: string): Promise<ImageCommand | undefined> {
  const byApi = await getFromApi(`/images/${id}/json`, inspectedImage);
  const [image] = byApi ? [byApi] : await inspectExisting('image', [id], inspectedImage);
  if (!image) return undefined;
  return { entrypoint: image.Config?.Entrypoint ?? [], command: image.Config?.Cmd ?? [] };
}

async function readLog(container: string): Promise<string> {
  const args = ['container', 'logs', '--tail', '200', '--', container];
  const { code, stdout, stderr } = await dockerRaw(args);
  if (code === 0) return endOf(`${stdout}\n${stderr}`, readLimit.log).trim();
  const failure = failureFrom(stderr, { command: ['docker', ...args].join(' ') });
  // A container without a log that can be read says nothing; an engine that is gone is no log.
  if (failure.code === 'command-failed') return '';
  throw failure;
}

async function execIn(
  container: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  // Passed by name, so that no value shows in this machine's list of processes.
  const names = Object.keys(environment).flatMap((name) => ['-e', name]);
  const words = ['exec', ...names, '--', container, ...argv];
  const { code, stdout, stderr } = await dockerRaw(words, { env: environment });
  const failure = code === 0 ? undefined : failureFrom(stderr);
  if (failure && ['engine-not-running', 'socket-denied'].includes(failure.code)) throw failure;
  return { code, output: `${stdout}\n${stderr}`.trim() };
}
