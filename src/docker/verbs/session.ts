import { resolve } from 'node:path';
import { contents, type Contents } from '../engine/contents';
import { engineEndpoint } from '../engine/endpoint';
import { lookAtEngine } from '../engine/engine';
import type { EngineFacts } from '../engine/facts';
import { defaultPatience, thisMachine, type Outside } from '../../core/verbs/session';
import { engineFolder } from '../../core/machine/paths';

/** How a machine is asked, also for what is inside containers and volumes. */
export interface DockerOutside extends Outside {
  readonly contents: Contents;
}

/** One engine and the folder with what is remembered of the labs on it. */
export interface Session {
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience: number;
  /** A new look at the engine; facts of an earlier look do not change. */
  look(): EngineFacts;
  /** How this machine, or another one that is meant, is asked. */
  readonly outside: DockerOutside;
}

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
    outside: { ...thisMachine(), contents },
  };
}
