import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import * as z from 'zod/mini';

import { parseJson } from '../../core/answers/json';
import { writePrivate } from '../../core/machine/private-files';
import { configSchema } from '../config/config';
import type { ClassConfig } from '../config/load';
import { toStudents } from '../config/students';

const file = 'config.json';

const namesFile = 'names.json';

/** Keeps the configuration with which a class was made, for commands that name the class only, and the names of all its students. */
export async function remember(folder: string, config: ClassConfig): Promise<void> {
  const names = new Map(await namesOf(folder));
  for (const { id, name } of config.students) names.set(id, name);
  await writePrivate(join(folder, namesFile), JSON.stringify(Object.fromEntries(names)));
  await writePrivate(join(folder, file), JSON.stringify(config));
}

/** The names of all who were students of a class on this computer, by id: also of those who have left, and may have a VM. */
export async function namesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const current = (await remembered(folder))?.students ?? [];
  const names = new Map(current.map(({ id, name }) => [id, name]));
  try {
    const kept = nameNote.parse(parseJson(await readFile(join(folder, namesFile), 'utf8')));
    return new Map([...Object.entries(kept), ...names]);
  } catch {
    return names;
  }
}

/** Forgets the names of those who have left, when the class is over. */
export async function forgetNames(folder: string): Promise<void> {
  await rm(join(folder, namesFile), { force: true });
}

const nameNote = z.record(z.string(), z.string().check(z.maxLength(100)));

/** The configuration with which a class was made on this computer; undefined where none is kept, where it cannot be read, or where it is another class's. */
export async function remembered(folder: string): Promise<ClassConfig | undefined> {
  try {
    const kept = parseJson(await readFile(join(folder, file), 'utf8')) as ClassConfig;
    const { students, readFrom: _, ...rest } = kept;
    const fields = configSchema.parse({ ...rest, students: 1 });
    if (fields.class !== basename(folder)) return undefined;
    const entries = students.map((student) => ({ path: file, ...student }));
    return { ...fields, readFrom: undefined, students: toStudents(entries).students };
  } catch {
    return undefined;
  }
}
