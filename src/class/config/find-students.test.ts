import { findStudents } from './find-students';
import type { Student } from './students';

const students: readonly Student[] = [
  { id: 'gimcheolsu-f09c21', name: '김철수' },
  { id: 'kim-a', name: '김민수' },
  { id: 'kim-b', name: '김민수' },
  { id: 'lee', name: '이영희' },
  { id: 'anna', name: 'lee' },
  { id: 'ogtae', name: "O'Brien 옥태" },
];

const ids = (of: readonly Student[]) => of.map(({ id }) => id);
const find = (...words: string[]) => findStudents(words, students);
const nearest = (word: string) => ids(find(word).unknown[0]?.near ?? []);

it.each([
  ['an id', 'gimcheolsu-f09c21', 'gimcheolsu-f09c21'],
  ['a name', '김철수', 'gimcheolsu-f09c21'],
  ['a name as a Mac types it', '김철수'.normalize('NFD'), 'gimcheolsu-f09c21'],
  ['a name with more spaces', "  O'Brien   옥태 ", 'ogtae'],
  ['an id of two students with one name', 'kim-b', 'kim-b'],
])('finds a student by %s', (_way, word, id) => {
  expect(find(word)).toEqual({
    found: [expect.objectContaining({ id })],
    ambiguous: [],
    unknown: [],
  });
});

it('takes an id before a name, so that a printed command means whom it meant', () => {
  expect(ids(find('lee').found)).toEqual(['lee']);
});

it('names each student once, in the order of the words', () => {
  expect(ids(find('이영희', '김철수', 'lee', '김철수').found)).toEqual([
    'lee',
    'gimcheolsu-f09c21',
  ]);
});

it('chooses nobody where several have the name, and tells them', () => {
  const { found, ambiguous } = find('김민수');
  expect(found).toEqual([]);
  expect(ambiguous).toEqual([{ word: '김민수', students: students.slice(1, 3) }]);
});

it('finds nobody for a word that is only near, and tells who is near', () => {
  expect(find('김철스').found).toEqual([]);
  expect(nearest('김철스')).toEqual(['gimcheolsu-f09c21']);
  expect(nearest('철수')).toEqual(['gimcheolsu-f09c21']);
  expect(nearest('이영히')).toEqual(['lee']);
  expect(nearest('LEE')).toEqual(expect.arrayContaining(['anna', 'lee']));
  expect(nearest('gimcheolsu')).toEqual(['gimcheolsu-f09c21']);
});

it('suggests nobody for a word that is near to none', () => {
  expect(nearest('박서준')).toEqual([]);
  expect(nearest('')).toEqual([]);
  expect(find('').found).toEqual([]);
});
