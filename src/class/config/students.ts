import { createHash } from 'node:crypto';

import { romanize } from 'es-hangul';

import type { Text } from '../../core/text';
import { placeOf, shown, type ConfigIssue } from './issue';

/** A student of a class: an id that DNS, file systems and shells accept, and the name as it was given. */
export interface Student {
  readonly id: string;
  readonly name: string;
}

/** How each student is told from the others: by name, or with the id where several have that name. */
export function toldApart(students: readonly Student[]): (student: Student) => string {
  const count = new Map<string, number>();
  for (const { name } of students) count.set(name, (count.get(name) ?? 0) + 1);
  return ({ id, name }) => ((count.get(name) ?? 0) > 1 ? `${name} (${id})` : name);
}

/** A student as a roster names one. */
export interface Entry {
  readonly path: string;
  /** The line of the roster's file. */
  readonly line?: number;
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
  const students = new Map<string, Entry & Student>();
  const issues: ConfigIssue[] = [];
  for (const entry of entries) {
    const { path, line, ...said } = entry;
    const name = tidyName(said.name);
    const id = said.id === undefined ? idFrom(name) : said.id.trim();
    const wrong = wrongPart({ name, id }, said) ?? again({ name, id }, students.get(id));
    if (wrong) issues.push({ path, ...(line === undefined ? {} : { line }), ...wrong });
    else students.set(id, { ...entry, id, name });
  }
  return { students: [...students.values()].map(({ id, name }) => ({ id, name })), issues };
}

type Wrong = Omit<ConfigIssue, 'path' | 'line'>;

function wrongPart({ name, id }: Student, said: Pick<Entry, 'name'>): Wrong | undefined {
  if (name === '') return { value: shown(said.name), reason: noName, allowed: allowedName };
  if (!isName(name)) return { value: shown(said.name), allowed: allowedName };
  return isStudentId(id) ? undefined : { value: shown(id), reason: wrongId, allowed: allowedId };
}

const noName: Text = { ko: '이름이 비어 있습니다.', en: 'The name is empty.' };
const wrongId: Text = { ko: 'id로 쓸 수 없습니다.', en: 'This cannot be an id.' };

/** What is wrong where an earlier entry has the same id, which it also has from the same name. */
function again({ name, id }: Student, earlier: (Entry & Student) | undefined): Wrong | undefined {
  if (!earlier) return undefined;
  const place = placeOf(earlier);
  if (earlier.name === name)
    return {
      value: shown(name),
      reason: {
        ko: `같은 이름이 먼저 나왔습니다: ${place.ko}`,
        en: `The same name was there before: ${place.en}.`,
      },
      allowed: onceByName,
    };
  return {
    value: shown(id),
    reason: {
      ko: `${earlier.name} 학생의 id와 같습니다: ${place.ko}`,
      en: `It is the id of ${earlier.name} too: ${place.en}.`,
    },
    allowed: {
      ko: `학생마다 다른 id. ${allowedId.ko}`,
      en: `an id of its own for each student: ${allowedId.en}`,
    },
  };
}

const onceByName: Text = {
  ko: '한 반에 한 번만 나오는 이름. 이름이 같은 학생들은 `김철수 A`처럼 구별하거나, 명단의 `id` 열에 서로 다른 id를 적습니다',
  en: 'a name that the class has once: tell equal names apart (`Kim A`), or give each an id in the column `id`',
};

/** A name in one Unicode form, with single spaces. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/ +/g, ' ').trim();
}

function isName(name: string): boolean {
  const length = [...name].length;
  return (
    length > 0 && length <= longestName && !unprintable.test(name) && /[\p{L}\p{N}]/u.test(name)
  );
}

/** The id of a student who has none on the roster: the name in a–z, 0–9 and `-`; where that is not the whole name, a part of the name's hash is added. */
export function idFrom(name: string): string {
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
