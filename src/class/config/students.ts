import { createHash } from 'node:crypto';

import { romanize } from 'es-hangul';

import type { Text } from '../../core/text';
import { shown, type ConfigIssue } from './issue';

/** A student of a class: an id that DNS, file systems and shells accept, and the name as it was given. */
export interface Student {
  readonly id: string;
  readonly name: string;
}

/** A student as a roster names one. */
export interface Entry {
  readonly path: string;
  readonly name: string;
  /** The id, where it is not made from the name. */
  readonly id?: string;
}

/** The most students that a class may have. */
export const largestClass = 500;

const longestName = 64;
const longestSlug = 30;
const idPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
// Control and format characters, line breaks and unpaired surrogates do not belong in a name.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

const allowedName: Text = {
  ko: `글자나 숫자가 들어 있는 한 줄짜리 이름, ${longestName}자까지`,
  en: `a name of one line with a letter or a digit in it, at most ${longestName} characters`,
};

const allowedId: Text = {
  ko: '영어 소문자, 숫자, 사이에 `-`, 40자까지',
  en: 'lower-case letters a–z, digits and `-` between them, at most 40 characters',
};

const onlyOnce: Text = {
  ko: '한 반에 한 번만 나오는 이름. 같은 이름은 `김철수 A`처럼 구별하거나 명단에 id 열을 둡니다',
  en: 'a name that the class has once: tell equal names apart (`Kim A`), or give the roster a column `id`',
};

/** Whether a text is an id of a student. */
export function isStudentId(text: string): boolean {
  return idPattern.test(text);
}

/** So many students, with numbers in place of names. */
export function numbered(count: number): Entry[] {
  const name = (index: number) => `student-${String(index + 1).padStart(2, '0')}`;
  return Array.from({ length: count }, (_, index) => ({ path: 'students', name: name(index) }));
}

/**
 * The students of a roster, in its order. An id depends only on the student's own name. So the ids
 * stay the same when the roster's order changes or a name is added.
 */
export function toStudents(entries: readonly Entry[]): {
  readonly students: readonly Student[];
  readonly issues: readonly ConfigIssue[];
} {
  const students = new Map<string, Student>();
  const issues: ConfigIssue[] = [];
  for (const entry of entries) {
    const name = tidy(entry.name);
    const id = entry.id === undefined ? idOf(name) : entry.id.trim();
    const issue = (value: string, allowed: Text) =>
      issues.push({ path: entry.path, value: shown(value), allowed });
    if (!isName(name)) issue(entry.name, allowedName);
    else if (!idPattern.test(id)) issue(id, allowedId);
    else if (students.has(id)) issue(entry.name, onlyOnce);
    else students.set(id, { id, name });
  }
  return { students: [...students.values()], issues };
}

function tidy(name: string): string {
  return name.normalize('NFC').replace(/ +/g, ' ').trim();
}

function isName(name: string): boolean {
  const length = [...name].length;
  return (
    length > 0 && length <= longestName && !unprintable.test(name) && /[\p{L}\p{N}]/u.test(name)
  );
}

/** The name in a–z, 0–9 and `-`; where that is not the whole name, a part of the name's hash is added. */
function idOf(name: string): string {
  const slug = romanize(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/g, '');
  if (slug === name) return slug;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${slug || 'student'}-${hash}`;
}
