import { withTag } from '../../core/image-name';
import type { DockerLab } from '../lab';
import { namesOf } from '../model/service';
import { engineTime, followEvents } from '../engine/events';
import type { EngineEvent, EngineSnapshot } from '../engine/facts';
import { keyOfEvent, mergeEvents, recordedEvents, recordEvent } from './journal';
import { probeLabel } from '../engine/probe';
import { readRecord } from '../../core/machine/records';
import { isBeginEvent } from './prepare';
import type { Session } from './session';

/** The history of the engine while it is followed; the events that are about one lab are written down. */
export interface RecordedHistory {
  /** The engine as it is now, with the history that was recorded. */
  snapshot(): EngineSnapshot;
  /** Resolves when `signal` aborts; throws when the engine ends. */
  readonly ended: Promise<void>;
}

/** Follows the engine from now on; `onEvent` hears of whatever may change what the lab's checks say. */
export async function recordHistory(
  lab: DockerLab,
  session: Session,
  onEvent: () => void,
  signal: AbortSignal,
): Promise<RecordedHistory> {
  const { api } = session.engine;
  const account = await openAccount(lab, session);
  // The stream begins first, so that no event is missed. Its events are handled after the history.
  let opened: Promise<void> = new Promise(() => undefined);
  const ended = followEvents(
    api,
    await engineTime(api),
    (event) => {
      if (!matters(event)) return;
      void opened.then(() => account.add([event])).then(onEvent);
    },
    signal,
  ).finally(account.written);
  // It may fail before it is awaited.
  ended.catch(() => undefined);
  opened = session.engine
    .snapshot()
    .history()
    .then(({ events }) => account.add(events));
  await opened;
  return {
    snapshot: () => ({ ...session.engine.snapshot(), history: account.history }),
    ended,
  };
}

/** All events of the engine since the lab was begun, in memory; those about the lab also in its journal. */
async function openAccount(lab: DockerLab, { folder }: Session) {
  const { begun } = await readRecord(folder, lab.id);
  const markers = new Set(begun?.marker ? [begun.marker] : []);
  const recorded = new Set((await recordedEvents(folder, lab.id)).map(keyOfEvent));
  const seen: EngineEvent[] = [];
  let writing = Promise.resolve();
  const take = (event: EngineEvent) => {
    if (isBeginEvent(event, lab.id)) {
      seen.length = 0;
      // When the lab is begun again, its journal is cleared too.
      if (!markers.has(event.id)) recorded.clear();
      markers.add(event.id);
    } else if (matters(event)) {
      seen.push(event);
    }
  };
  return {
    add(events: readonly EngineEvent[]) {
      events.forEach(take);
      for (const event of eventsOf(lab, seen)) {
        if (recorded.has(keyOfEvent(event))) continue;
        recorded.add(keyOfEvent(event));
        writing = writing.then(() => recordEvent(folder, lab.id, event));
      }
    },
    written: () => writing,
    async history() {
      await writing;
      return { events: mergeEvents([...markers].map(markerEvent), seen) };
    },
  };
}

// A watch has seen everything since the lab was begun, even if the engine's history starts later.
function markerEvent(marker: string): EngineEvent {
  return { type: 'volume', action: 'create', id: marker, attributes: {}, at: '0' };
}

/** Whether an event can change what a check says: events of programs inside containers are too many, and change nothing. */
function matters({ type, action, attributes }: EngineEvent): boolean {
  return (
    /^(?:container|image|network|volume)$/.test(type) &&
    !/^(?:exec_|top$|archive-path$|(?:un)?mount$)/.test(action) &&
    !(probeLabel in attributes)
  );
}

/** The events about a lab's containers, whatever their names were before, and about its images. */
function eventsOf(lab: DockerLab, events: readonly EngineEvent[]): EngineEvent[] {
  const { services, images } = namesOf(lab);
  const tagged = new Set([...images].map(withTag));
  const ids = new Set(
    events.filter(({ attributes }) => services.has(attributes['name'] ?? '')).map(({ id }) => id),
  );
  return events.filter(({ type, id, attributes }) =>
    type === 'image' ? tagged.has(withTag(attributes['name'] ?? '')) : ids.has(id),
  );
}
