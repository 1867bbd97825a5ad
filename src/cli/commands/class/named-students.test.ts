import type { Student } from '../../../class/config/students';
import { UsageError } from '../../usage-error';
import { studentsNamed } from './named-students';

const students: readonly Student[] = [
  { id: 'gimcheolsu-f09c21', name: '김철수' },
  { id: 'kim-a', name: '김민수' },
  { id: 'kim-b', name: '김민수' },
  { id: 'lee', name: 'lee' },
];

function refusal(words: readonly string[], of = students) {
  try {
    studentsNamed(words, of, { class: 'docker' });
  } catch (error) {
    if (error instanceof UsageError) return error.text;
    throw error;
  }
  return undefined;
}

it('gives the students by name and by id', () => {
  const ids = studentsNamed(['kim-b', '김철수', 'lee'], students, {}).map(({ id }) => id);
  expect(ids).toEqual(['kim-b', 'gimcheolsu-f09c21', 'lee']);
});

it('tells every word that means several students or nobody, in both languages', () => {
  const text = refusal(['김민수', '김철스', 'lee', 'nobody']);
  expect(text?.en.split('\n  ')).toEqual([
    '2 students are called `김민수`. Name one by id: kim-a, kim-b',
    'No student has the name or the id `김철스`. Did you mean: 김철수 (gimcheolsu-f09c21)?',
    'No student has the name or the id `nobody`.',
    'The students of this class: 김철수 (gimcheolsu-f09c21), 김민수 (kim-a), 김민수 (kim-b), lee',
  ]);
  expect(text?.ko.split('\n  ')).toEqual([
    '이름이 `김민수`인 학생이 2명입니다. id로 씁니다: kim-a, kim-b',
    '이름이나 id가 `김철스`인 학생이 없습니다. 혹시 이 학생인가요? 김철수 (gimcheolsu-f09c21)',
    '이름이나 id가 `nobody`인 학생이 없습니다.',
    '이 반의 학생: 김철수 (gimcheolsu-f09c21), 김민수 (kim-a), 김민수 (kim-b), lee',
  ]);
});

it('tells a large class by its number', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ id: `s${at}`, name: `학생 ${at}` }));
  const text = refusal(['nobody'], many);
  expect(text?.en).toContain('300 students');
  expect(text?.ko).toContain('300명');
  expect(text?.en).not.toContain('s17');
  expect(text?.en).toContain('dkkb class status --no-ssh --class docker');
});
