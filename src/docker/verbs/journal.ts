import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineEvent } from '../engine/facts';
import { inDataFolder, makeDataFolder } from '../../core/machine/data-folder';

function journalPath(folder: string, labId: string): string {
  return join(folder, `${labId}.events.jsonl`);
}

/** Adds an event to what `watch` has recorded of a lab. */
export async function recordEvent(
  folder: string,
  labId: string,
  event: EngineEvent,
): Promise<void> {
  await makeDataFolder(folder);
  await appendFile(journalPath(folder, labId), `${JSON.stringify(event)}\n`);
}

/** What `watch` has recorded of a lab since it was last begun; a line that a killed run left half-written is skipped. */
export async function recordedEvents(folder: string, labId: string): Promise<EngineEvent[]> {
  const text = await inDataFolder(folder, () =>
    readFile(journalPath(folder, labId), 'utf8').catch(emptyIfMissing),
  );
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as EngineEvent] : [];
    } catch {
      return [];
    }
  });
}

// Only a missing file means that nothing was recorded, not a file that cannot be read.
function emptyIfMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

/** Forgets what was recorded of a lab, as a new beginning does. */
export async function clearJournal(folder: string, labId: string): Promise<void> {
  await rm(journalPath(folder, labId), { force: true });
}

/** Merges two lists of events of the same history, in the order of the engine's clock, each event once. */
export function mergeEvents(
  one: readonly EngineEvent[],
  other: readonly EngineEvent[],
): EngineEvent[] {
  const all = new Map([...one, ...other].map((event) => [keyOfEvent(event), event]));
  return [...all.values()].sort((a, b) => (BigInt(a.at) < BigInt(b.at) ? -1 : 1));
}

/** A key that identifies an event. */
export function keyOfEvent({ at, action, id }: EngineEvent): string {
  return `${at} ${action} ${id}`;
}
