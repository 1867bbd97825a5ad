import { farApart, lettersOf, plainName } from './near-names';
import { tidyName, type Student } from './students';

/** What was found for words that name students. */
export interface FoundStudents {
  /** The students, each once, in the order of the words. */
  readonly found: readonly Student[];
  /** Names that several students have. */
  readonly ambiguous: readonly { readonly word: string; readonly students: readonly Student[] }[];
  /** Words that are nobody's, with the students whose names or ids are near. */
  readonly unknown: readonly { readonly word: string; readonly near: readonly Student[] }[];
}

/** The students whom words name, each by id or by name. An id comes first, so that a command that dkkb printed means whom it meant. */
export function findStudents(
  words: readonly string[],
  students: readonly Student[],
): FoundStudents {
  const found = new Map<string, Student>();
  const ambiguous: { word: string; students: Student[] }[] = [];
  const unknown: { word: string; near: Student[] }[] = [];
  for (const word of new Set(words.map(tidyName))) {
    const byId = students.find(({ id }) => id === word);
    const named = byId ? [byId] : students.filter(({ name }) => tidyName(name) === word);
    const [one, ...others] = named;
    if (!one) unknown.push({ word, near: nearTo(word, students) });
    else if (others.length > 0) ambiguous.push({ word, students: named });
    else found.set(one.id, one);
  }
  return { found: [...found.values()], ambiguous, unknown };
}

const most = 3;

/** The students whose names or ids differ least from a word, or contain it. */
function nearTo(word: string, students: readonly Student[]): Student[] {
  const letters = lettersOf(word);
  if (letters === '') return [];
  const least = Math.max(1, Math.floor(letters.length / 3));
  const far = (text: string) =>
    plainName(text).includes(plainName(word)) ? 0 : farApart(text, word);
  return students
    .map((student) => ({ student, far: Math.min(far(student.name), far(student.id)) }))
    .filter((one) => one.far <= least)
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ student }) => student);
}
