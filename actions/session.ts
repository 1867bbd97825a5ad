import { engineEndpoint } from '../runtime/endpoint';
import { lookAtEngine } from '../runtime/engine';
import type { EngineFacts } from '../runtime/facts';
import { engineFolder } from '../runtime/paths';

/** One engine and the folder with what is remembered of the labs on it. */
export interface Session {
  readonly folder: string;
  /** A new look at the engine; facts of an earlier look do not change. */
  look(): EngineFacts;
}

/** Finds the engine of the docker client; asks it nothing yet. */
export async function openSession(): Promise<Session> {
  const endpoint = await engineEndpoint();
  return { folder: engineFolder(endpoint), look: () => lookAtEngine(endpoint) };
}
