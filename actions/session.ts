import { resolve } from 'node:path';
import type { CheckContext } from '../checks/check';
import { contents } from '../runtime/contents';
import { engineEndpoint } from '../runtime/endpoint';
import { lookAtEngine } from '../runtime/engine';
import type { EngineFacts } from '../runtime/facts';
import { files } from '../runtime/files';
import { ask, askLonger } from '../runtime/http';
import { engineFolder } from '../runtime/paths';
import { run, within } from '../runtime/process';
import { answerTime } from '../runtime/question';

/** How a machine is asked for its files, pages and programs. */
export type Outside = Pick<CheckContext, 'files' | 'contents' | 'ask' | 'run'>;

/** How this machine is asked while one command works. */
export function thisMachine(): Outside {
  return { files, contents, ask: askLonger(ask), run: within(answerTime, run) };
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
  readonly outside: Outside;
}

/** Databases are ready within half a minute; a machine ten times slower keeps this, and the user sees what is waited for. */
export const defaultPatience = 600_000;

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
    outside: thisMachine(),
  };
}
