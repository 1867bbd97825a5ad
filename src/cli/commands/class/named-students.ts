import { findStudents, type FoundStudents } from '../../../class/config/find-students';
import type { Student } from '../../../class/config/students';
import { UsageError } from '../../usage-error';
import { classCommand, type ClassOptions } from './options';

/** The students whom words name, each by id or by name, once; throws a UsageError that tells every word that is nobody's or several students'. */
export function studentsNamed(
  words: readonly string[],
  students: readonly Student[],
  options: ClassOptions,
): readonly Student[] {
  const { found, ambiguous, unknown } = findStudents(words, students);
  const wrong = [...ambiguous.map(severalText), ...unknown.map(nobodyText)];
  if (wrong.length === 0) return found;
  const all = unknown.length > 0 ? [everybodyText(students, options)] : [];
  const texts = [...wrong, ...all];
  throw new UsageError({
    ko: texts.map(({ ko }) => ko).join('\n  '),
    en: texts.map(({ en }) => en).join('\n  '),
  });
}

function severalText({ word, students }: FoundStudents['ambiguous'][number]) {
  const ids = students.map(({ id }) => id).join(', ');
  return {
    ko: `이름이 \`${word}\`인 학생이 ${students.length}명입니다. id로 씁니다: ${ids}`,
    en: `${students.length} students are called \`${word}\`. Name one by id: ${ids}`,
  };
}

function nobodyText({ word, near }: FoundStudents['unknown'][number]) {
  const offer = near.map(shownAs).join(', ');
  return {
    ko: `이름이나 id가 \`${word}\`인 학생이 없습니다.${offer ? ` 혹시 이 학생인가요? ${offer}` : ''}`,
    en: `No student has the name or the id \`${word}\`.${offer ? ` Did you mean: ${offer}?` : ''}`,
  };
}

/** As many students as are told one by one. */
const fewStudents = 10;

function everybodyText(students: readonly Student[], options: ClassOptions) {
  const told = students.length > fewStudents ? '' : `: ${students.map(shownAs).join(', ')}`;
  const where = classCommand(options, 'status', '--no-ssh');
  return told
    ? { ko: `이 반의 학생${told}`, en: `The students of this class${told}` }
    : {
        ko: `이 반의 학생은 ${students.length}명입니다. 모두 보기: ${where}`,
        en: `This class has ${students.length} students. To see them all: ${where}`,
      };
}

function shownAs({ id, name }: Student): string {
  return id === name ? id : `${name} (${id})`;
}
