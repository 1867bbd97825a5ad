import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import type { z } from 'zod';

import { allowedIn } from './allowed';
import { className, configFile, regionName } from './config';
import { override } from './environment';
import { readFields, type FileFields } from './fields';
import { ConfigError, shown, type ConfigIssue } from './issue';
import type { Environment } from './load';
import { named } from './mistakes';

/** What is known of a class without its roster and its other settings. */
export interface ClassPlace {
  /** The class; undefined where neither the file nor the environment names one. */
  readonly class?: string;
  readonly region?: string;
  readonly hasFile: boolean;
  /** What is wrong with the file, the class or the region. */
  readonly issues: readonly ConfigIssue[];
}

/** The class and the region that a folder's configuration names, also where the rest of it cannot be used; never throws because of a mistake. */
export function loadPlace(
  folder: string,
  { file = configFile, environment = process.env as Environment } = {},
): ClassPlace {
  const { fields: inFile, readFrom, issues } = read(folder, file);
  const { fields, setBy } = override(inFile, environment);
  const one = take('class', className, fields['class']);
  const region = take('region', regionName, fields['region']);
  const wrong = [one, region].flatMap(({ issue }) => issue ?? []);
  return {
    ...(one.value === undefined ? {} : { class: one.value }),
    ...(region.value === undefined ? {} : { region: region.value }),
    hasFile: readFrom !== undefined,
    issues: [...issues, ...wrong.map((issue) => named(issue, setBy))],
  };
}

function read(folder: string, file: string): FileFields & Pick<ClassPlace, 'issues'> {
  try {
    return { ...readFields(folder, file), issues: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const isThere = existsSync(resolve(folder, file));
    return { fields: {}, readFrom: isThere ? file : undefined, issues: error.issues };
  }
}

function take(
  path: 'class' | 'region',
  form: z.ZodString,
  said: unknown,
): { readonly value?: string; readonly issue?: ConfigIssue } {
  if (said === undefined) return {};
  const { success, data } = form.safeParse(said);
  return success
    ? { value: data }
    : { issue: { path, value: shown(said), allowed: allowedIn[path] } };
}
