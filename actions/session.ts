import { resolve } from 'node:path';
import type { CheckContext } from '../checks/check';
import { engineEndpoint } from '../runtime/endpoint';
import { lookAtEngine } from '../runtime/engine';
import type { EngineFacts } from '../runtime/facts';
import { engineFolder } from '../runtime/paths';

/** How a machine is asked for its files, pages and programs. */
export type Outside = Pick<CheckContext, 'files' | 'contents' | 'ask' | 'run'>;

/** One engine and the folder with what is remembered of the labs on it. */
export interface Session {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience: number;
  /** A new look at the engine; facts of an earlier look do not change. */
  look(): EngineFacts;
  /** How another machine than this one is asked; this one's own ways where there is none. */
  readonly outside?: Outside;
}

const defaultPatience = 180_000;

/** Finds the engine of the docker client; asks it nothing yet. */
export async function openSession(
  dir = process.cwd(),
  patience = defaultPatience,
): Promise<Session> {
  const endpoint = await engineEndpoint();
  return {
    folder: engineFolder(endpoint),
    dir: resolve(dir),
    patience,
    look: () => lookAtEngine(endpoint),
  };
}
