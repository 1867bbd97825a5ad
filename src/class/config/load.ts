import { resolve } from 'node:path';

import { configFile, configSchema, type ConfigFields } from './config';
import { override } from './environment';
import { readFields } from './fields';
import { ConfigError, type ConfigIssue } from './issue';
import { named, tell } from './mistakes';
import { readRoster, rosterFile, rosterText } from './roster';
import { largestClass, numbered, toStudents, type Entry, type Student } from './students';
import { readText } from './text-file';

/** A checked configuration, its students by id. */
export interface ClassConfig extends Omit<ConfigFields, 'students'> {
  readonly students: readonly Student[];
  /** The path of the file that was read; undefined where there is none. */
  readonly readFrom: string | undefined;
}

/** Environment variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of a folder: its file, overridden by the environment. Without a file, it is one VM
 * for yourself. Throws a `ConfigError` with every mistake.
 */
export function loadConfig(
  folder: string,
  { file = configFile, environment = process.env as Environment } = {},
): ClassConfig {
  const { fields: inFile, readFrom } = readFields(folder, file);
  const { fields, setBy } = override(inFile, environment);
  const checked = configSchema.safeParse(fields);
  const issues = checked.success
    ? []
    : checked.error.issues.flatMap((issue) => tell(issue, fields));
  const roster = entriesOf(fields['students'], folder);
  const { students, issues: wrongNames } = toStudents(roster.entries);
  const inRoster = [...roster.issues, ...wrongNames].sort(byLine);
  const all = [...issues, ...inRoster].map((issue) => named(issue, setBy));
  if (!checked.success || all.length > 0) throw new ConfigError(file, all);
  return { ...checked.data, students, readFrom };
}

function byLine({ line = 0 }: ConfigIssue, other: ConfigIssue): number {
  return line - (other.line ?? 0);
}

interface Roster {
  readonly entries: readonly Entry[];
  readonly issues: readonly ConfigIssue[];
}

function entriesOf(students: unknown, folder: string): Roster {
  if (students === undefined) return { entries: numbered(1), issues: [] };
  if (typeof students === 'string' && rosterFile.test(students)) return fromFile(students, folder);
  const isCount = typeof students === 'number' && Number.isInteger(students);
  if (isCount && students > 0 && students <= largestClass)
    return { entries: numbered(students), issues: [] };
  const names = Array.isArray(students) ? students : [];
  const entries = names.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ path: `students[${index + 1}]`, name }] : [],
  );
  return { entries, issues: [] };
}

function fromFile(file: string, folder: string): Roster {
  const path = resolve(folder, file);
  let text: string;
  try {
    text = readText(path, { needed: true, name: file, allowed: rosterText }) ?? '';
  } catch (error) {
    // Told together with the mistakes of the configuration.
    if (error instanceof ConfigError) return { entries: [], issues: error.issues };
    throw error;
  }
  return readRoster(file, text);
}
