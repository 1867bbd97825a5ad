import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';

import { allowedIn, anywhere, fieldNames } from './allowed';
import type { ConfigFields } from './config';
import { shown, type ConfigIssue } from './issue';

/** The mistakes that the schema found, each with what its field may contain. */
export function tell(issue: z.core.$ZodIssue, fields: Record<string, unknown>): ConfigIssue[] {
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

/** A mistake under the name of the environment variable that made it. */
export function named(issue: ConfigIssue, setBy: ReadonlyMap<string, string>): ConfigIssue {
  const variable = [...setBy].find(
    ([field]) => issue.path === field || issue.path.startsWith(`${field}[`),
  )?.[1];
  return variable ? { ...issue, path: variable } : issue;
}
