import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { parseJson } from '../../core/answers/json';
import { writePrivate } from '../../core/machine/private-files';
import { regionName } from '../config/config';
import type { ClassSession } from '../session';

/** What may be running of a class, as this computer knows it without asking AWS. */
export interface MayRun {
  readonly region: string;
  /** An ISO time. */
  readonly since: string;
  readonly students: number;
}

const note = z.object({
  region: regionName,
  since: z.iso.datetime(),
  students: z.int(),
});

const running = 'running.json';
const ended = 'ended';

/** Notes that VMs of the class may run from now on; an earlier time stays. */
export async function noteRunning({ folder, config }: ClassSession): Promise<void> {
  const known = mayRunNow(folder);
  const since = known?.since ?? new Date().toISOString();
  const made: MayRun = { region: config.region, since, students: config.students.length };
  await writePrivate(join(folder, running), JSON.stringify(made));
}

/** What may be running, read at once: for the moment of an interruption. Undefined when the class has not been made on this computer, or has been ended since. */
export function mayRunNow(folder: string): MayRun | undefined {
  try {
    const text = readFileSync(join(folder, running), 'utf8');
    return note.parse(parseJson(text));
  } catch {
    return undefined;
  }
}

/** Notes that a command begins to end the class. */
export async function noteEnding(folder: string): Promise<void> {
  await writePrivate(join(folder, ended), new Date().toISOString());
}

/** Notes that nothing of the class is left. */
export async function noteEnded(folder: string): Promise<void> {
  await rm(join(folder, running), { force: true });
}

/** When a command last began to end the class, as an ISO time; undefined when none has. */
export async function lastEnding(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, ended), 'utf8').catch(() => undefined);
  return text !== undefined && Number.isFinite(Date.parse(text)) ? text : undefined;
}
