import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { distance } from 'fastest-levenshtein';
import { parseDocument } from 'yaml';
import type { z } from 'zod';

import type { Text } from '../../core/text';
import { allowedIn, anywhere, fieldNames } from './allowed';
import { configFile, configSchema, type ConfigFields } from './config';
import { override } from './environment';
import { ConfigError, shown, type ConfigIssue } from './issue';
import { readRoster } from './roster';
import { largestClass, numbered, toStudents, type Entry, type Student } from './students';

/** A checked configuration, its students by id. */
export interface ClassConfig extends Omit<ConfigFields, 'students'> {
  readonly students: readonly Student[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of a folder: its file, overridden by the environment. Without a file, it is one VM
 * for yourself. Throws a `ConfigError` with every mistake.
 */
export function loadConfig(
  folder: string,
  { file = configFile, environment = process.env as Environment } = {},
): ClassConfig {
  const text = readIfThere(resolve(folder, file), file !== configFile);
  const { fields, setBy } = override(parseYaml(file, text?.toString('utf8') ?? ''), environment);
  const checked = configSchema.safeParse(fields);
  const issues = checked.success
    ? []
    : checked.error.issues.flatMap((issue) => tell(issue, fields));
  const roster = entriesOf(fields['students'], folder);
  const { students, issues: wrongNames } = toStudents(roster.entries);
  const all = [...issues, ...roster.issues, ...wrongNames].map((issue) => named(issue, setBy));
  if (!checked.success || all.length > 0) throw new ConfigError(file, all);
  return { ...checked.data, students };
}

function readIfThere(path: string, needed = true): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !needed) return undefined;
    throw new ConfigError(path, [{ path: basename(path), value: code, allowed: readable }]);
  }
}

const readable: Text = { ko: '읽을 수 있는 파일', en: 'a file that is there and can be read' };

function parseYaml(file: string, text: string): Record<string, unknown> {
  const document = parseDocument(text);
  const [error] = document.errors;
  const value: unknown = error ? undefined : (document.toJS() ?? {});
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const said = error ? (error.message.split('\n')[0] ?? '') : shown(value);
  throw new ConfigError(file, [{ path: file, value: said, allowed: mapping }]);
}

const mapping: Text = {
  ko: '`class: docker` 같은 줄로 된 YAML',
  en: 'YAML of lines such as `class: docker`',
};

function entriesOf(
  students: unknown,
  folder: string,
): { readonly entries: readonly Entry[]; readonly issues: readonly ConfigIssue[] } {
  if (students === undefined) return { entries: numbered(1), issues: [] };
  if (typeof students === 'string' && /\.csv$/i.test(students)) return fromFile(students, folder);
  const isCount = typeof students === 'number' && Number.isInteger(students);
  if (isCount && students > 0 && students <= largestClass)
    return { entries: numbered(students), issues: [] };
  const names = Array.isArray(students) ? students : [];
  const entries = names.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ path: `students[${index + 1}]`, name }] : [],
  );
  return { entries, issues: [] };
}

function fromFile(file: string, folder: string): ReturnType<typeof readRoster> {
  const content = readIfThere(resolve(folder, file)) ?? Buffer.alloc(0);
  const { entries, issues } = readRoster(file, content);
  if (issues.length > 0 || (entries.length > 0 && entries.length <= largestClass))
    return { entries, issues };
  const allowed = allowedIn.students;
  return { entries: [], issues: [{ path: file, value: String(entries.length), allowed }] };
}

function tell(issue: z.core.$ZodIssue, fields: Record<string, unknown>): ConfigIssue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey([...issue.path, key].join('.'), key));
  const value = issue.path.reduce<unknown>(
    (within, part) => (within as Record<PropertyKey, unknown> | undefined)?.[part],
    fields,
  );
  const open = issue.code === 'custom' && issue.params?.['open'] === true;
  const allowed = open ? anywhere : allowedIn[issue.path[0] as keyof ConfigFields];
  return narrow(issue, value).map(([path, wrong]) => ({ path, value: shown(wrong), allowed }));
}

/** The wrong parts of a list that fits none of the ways to write a field. */
function narrow(issue: z.core.$ZodIssue, value: unknown): [string, unknown][] {
  const path = pathText(issue.path);
  if (issue.code !== 'invalid_union' || !Array.isArray(value)) return [[path, value]];
  const inList = issue.errors.find((errors) => errors.some((error) => error.path.length > 0)) ?? [];
  const wrong = inList.map((error): [string, unknown] => [
    pathText([...issue.path, ...error.path]),
    value[Number(error.path[0])],
  ]);
  return wrong.length > 0 ? wrong : [[path, value]];
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part + 1}]`
        : text
          ? `${text}.${String(part)}`
          : String(part),
    '',
  );
}

function unknownKey(path: string, key: string): ConfigIssue {
  const near = fieldNames.filter((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2);
  const names = (near.length > 0 ? near : fieldNames).join(', ');
  return { path, value: shown(key), allowed: { ko: names, en: names } };
}

function named(issue: ConfigIssue, setBy: ReadonlyMap<string, string>): ConfigIssue {
  const variable = [...setBy].find(
    ([field]) => issue.path === field || issue.path.startsWith(`${field}[`),
  )?.[1];
  return variable ? { ...issue, path: variable } : issue;
}
