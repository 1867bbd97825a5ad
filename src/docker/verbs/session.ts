import { resolve } from 'node:path';
import { engineFolder } from '../../core/machine/paths';
import { defaultPatience, placeHere, type Place } from '../../core/verbs/session';
import { openEngine, type Engine } from '../engine/engine';

/** One engine and the folder with what is remembered of the labs on it. */
export interface Session extends Place {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience: number;
  readonly engine: Engine;
}

/** Opens the engine of the docker client; asks it nothing yet. */
export async function openSession(
  dir = process.cwd(),
  patience = defaultPatience,
): Promise<Session> {
  const engine = await openEngine();
  const folder = engineFolder(engine.endpoint);
  return { folder, dir: resolve(dir), patience, engine, ...placeHere() };
}
