import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure';
import { inDataFolder, makeDataFolder } from './data-folder';
import { recordDamaged } from '../problems/records';

/** What was recorded when a lab was begun; `marker` names an event; the engine's history is complete while it still has that event. */
export interface Begun {
  readonly at: string;
  readonly marker?: string;
  readonly imageIds?: Readonly<Record<string, string>>;
  /** The files that the reader's folder had, by their identities, where the exercise makes a file. */
  readonly standing?: readonly string[];
  /** Pods that had been stopped before, by name. */
  readonly stopped?: readonly string[];
}

/** What is remembered of one lab on one engine; times are ISO 8601. */
export interface LabRecord {
  readonly begun?: Begun;
  /** Images that `up` or `solve` pulled, which `down --images` removes. */
  readonly pulled?: readonly string[];
  /** Images that the steps of `solve` made. */
  readonly built?: readonly string[];
  /** Files that `up` or `solve` wrote, by absolute path, with their fingerprints; empty while one is being made. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders that had to be made for them. */
  readonly folders?: readonly string[];
  readonly firstPassedAt?: string;
  readonly lastPassedAt?: string;
  /** The options of the other machine on which it was passed. */
  readonly passedOn?: readonly string[];
}

/** Reads what is remembered of a lab; a lab never begun has an empty record. */
export async function readRecord(folder: string, labId: string): Promise<LabRecord> {
  const path = join(folder, `${labId}.json`);
  try {
    const record: unknown = JSON.parse(await readText(path, folder));
    if (isRecord(record)) return record;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure(recordDamaged({ path }));
    throw error;
  }
  throw new Failure(recordDamaged({ path }));
}

async function readText(path: string, folder: string): Promise<string> {
  return inDataFolder(folder, () =>
    readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    }),
  );
}

function isRecord(value: unknown): value is LabRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { begun = {}, pulled = [], passedOn = [] } = value as Readonly<Record<string, unknown>>;
  return (
    typeof begun === 'object' &&
    begun !== null &&
    Array.isArray(pulled) &&
    Array.isArray(passedOn) &&
    passedOn.every((word) => typeof word === 'string')
  );
}

/** Changes what is remembered of a lab; written as a whole or not at all. */
export async function updateRecord(
  folder: string,
  labId: string,
  change: (record: LabRecord) => LabRecord,
): Promise<LabRecord> {
  await makeDataFolder(folder);
  const record = change(await readRecord(folder, labId));
  const text = `${JSON.stringify(record, null, 2)}\n`;
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await inDataFolder(folder, () => writeFileAtomic(join(folder, `${labId}.json`), text));
  return record;
}

/** Every lab of which something is remembered on an engine. */
export async function readRecords(folder: string): Promise<Map<string, LabRecord>> {
  const files = await readdir(folder).catch(() => []);
  const ids = files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await readRecord(folder, id)] as const)),
  );
}
