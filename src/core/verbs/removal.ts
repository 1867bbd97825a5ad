import { readRecord, updateRecord, type LabRecord } from '../machine/records';
import type { LabBase } from '../lab';
import type { Problem } from '../problem';

/** Whose an object under a lab's name is: made by this tool, by the reader from the exercise's image, or by a stranger. */
export type Owner = 'ours' | 'reader' | 'stranger';

/** What an engine holds. */
export type EngineKind = 'container' | 'network' | 'volume' | 'image';

/** What a cluster holds. */
export type ClusterKind = 'pod' | 'replicaset' | 'deployment' | 'service';

/** Something in the engine or the cluster that belongs to a lab, with what a user needs to recognise it. */
export interface LabObject {
  readonly kind: EngineKind | ClusterKind | 'file';
  readonly name: string;
  readonly owner: Owner;
  /** The image of a container; empty for the rest. */
  readonly image: string;
  /** ISO 8601; empty where the engine does not say. */
  readonly createdAt: string;
}

/** What `down` is about to do; nothing has been touched yet. */
export interface RemovalPlan {
  readonly labs: readonly LabBase[];
  /** Removed: made by this tool, or by the reader from the exercise's image. */
  readonly removable: readonly LabObject[];
  /** Left alone: somebody else's under a lab's name. */
  readonly strangers: readonly LabObject[];
  readonly images: readonly string[];
  /** Files that were written for the labs and that the reader has changed since: left alone. */
  readonly changedFiles: readonly string[];
}

/** What a removal left behind, and the engine's reasons. */
export interface RemovalOutcome {
  readonly removed: readonly LabObject[];
  readonly left: readonly LabObject[];
  readonly reasons: readonly string[];
  /** What is left because of somebody else's containers. */
  readonly blocked: readonly Problem[];
  /** Notes of what a misspelt command may have made: left alone, and named. @default none */
  readonly notes?: readonly Problem[];
}

/** A file as something that belongs to a lab. */
export function fileObject(path: string): LabObject {
  return { kind: 'file', name: path, owner: 'ours', image: '', createdAt: '' };
}

/** Forgets that labs were begun. */
export async function forget(
  labs: readonly LabBase[],
  { folder }: { readonly folder: string },
): Promise<void> {
  for (const { id } of labs) {
    const { begun, built } = await readRecord(folder, id);
    if (begun || built) await updateRecord(folder, id, withoutBegin);
  }
}

function withoutBegin(record: LabRecord): LabRecord {
  const forgotten = ['begun', 'built'];
  return Object.fromEntries(Object.entries(record).filter(([key]) => !forgotten.includes(key)));
}
