import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseJson } from '../../core/answers/json';
import { writePrivate } from '../../core/machine/private-files';
import { configSchema } from '../config/config';
import type { ClassConfig } from '../config/load';
import { toStudents } from '../config/students';

const file = 'config.json';

/** Keeps the configuration with which a class was made, for commands that name the class only. */
export async function remember(folder: string, config: ClassConfig): Promise<void> {
  await writePrivate(join(folder, file), JSON.stringify(config));
}

/** The configuration with which a class was made on this computer; undefined where none is kept, or where it cannot be read. */
export async function remembered(folder: string): Promise<ClassConfig | undefined> {
  try {
    const kept = parseJson(await readFile(join(folder, file), 'utf8')) as ClassConfig;
    const { students, readFrom: _, ...rest } = kept;
    const fields = configSchema.parse({ ...rest, students: 1 });
    const entries = students.map((student) => ({ path: file, ...student }));
    return { ...fields, readFrom: undefined, students: toStudents(entries).students };
  } catch {
    return undefined;
  }
}
