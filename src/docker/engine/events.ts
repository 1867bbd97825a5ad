import { readAnswer } from '../../core/answers/answer';
import type { EngineApi } from './api';
import type { EngineEvent } from './facts';
import { engineClock, engineEvent } from './forms';

/** Now, by the engine's own clock: a virtual machine's may differ from this one's. */
export async function engineTime(api: EngineApi): Promise<string> {
  return (await api.get('/info', engineClock)).SystemTime;
}

// The first day that every system's clock can name.
const firstDay = '1970-01-02T00:00:00Z';

/** The engine's history, as far back as it still reaches. */
export async function listEvents(api: EngineApi): Promise<EngineEvent[]> {
  const until = unixTime(await engineTime(api));
  const text = await api.need('GET', `/events?since=${unixTime(firstDay)}&until=${until}`);
  return text.split('\n').filter(Boolean).map(parseEvent);
}

/** Follows the engine's events from a moment of its clock on, without a gap; resolves when `signal` aborts, throws the failure when the engine ends the stream. */
export function followEvents(
  api: EngineApi,
  since: string,
  onEvent: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const path = `/events?since=${unixTime(since)}`;
  return api.follow(path, (line) => onEvent(parseEvent(line)), signal);
}

/** Reads one event; nanoseconds exceed what a number holds, so they stay text. */
function parseEvent(line: string): EngineEvent {
  const event = readAnswer(engineEvent, line, 'GET /events');
  return {
    type: event.Type,
    action: event.Action,
    id: event.Actor.ID,
    attributes: event.Actor.Attributes ?? {},
    at: /"timeNano":(\d{1,20})\b/.exec(line)?.[1] ?? '0',
  };
}

/** A moment as the API takes it: seconds, with the nanoseconds behind a point. */
function unixTime(iso: string): string {
  const nanoseconds = /\.(\d+)/.exec(iso)?.[1] ?? '0';
  return `${Math.floor(Date.parse(iso) / 1000)}.${nanoseconds.padEnd(9, '0')}`;
}

/** Leaves a mark in the engine's history and returns the id under which the history lists it; the labels show whose mark it is if this process is killed meanwhile. */
export async function markHistory(
  api: EngineApi,
  name: string,
  labels: Readonly<Record<string, string>>,
): Promise<string> {
  const volume = `${name}-${process.pid}-${Date.now()}`;
  await api.need('POST', '/volumes/create', { Name: volume, Labels: labels });
  await api.need('DELETE', `/volumes/${volume}`);
  return volume;
}
