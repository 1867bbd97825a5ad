import { correctionsOf } from './corrections';
import { idFrom, type Student } from './students';

const named = (...names: string[]): Student[] => names.map((name) => ({ id: idFrom(name), name }));

/** The corrections, each as `from > to`. */
const corrections = (gone: readonly Student[], added: readonly Student[]) =>
  correctionsOf(gone, added).map(({ from, to }) => `${from.name} > ${to.name}`);

const isCorrection = (from: string, to: string) =>
  corrections(named(from), named(to)).length === 1 &&
  corrections(named(to), named(from)).length === 1;

it.each([
  ['김철수', '김철스'],
  ['김철수', '김철수 '.normalize('NFD')],
  ['김철수', '김 철수'],
  ['김철수', '김쳘수'],
  ['김철수', '긴철수'],
  ['김철수', '김영수'],
  ['김철수', '김철수 A'],
  ['김민수', '김민서'],
  ['남궁민수', '남궁민서'],
  ['이영희', '이영히'],
  ['박은혜', '박은해'],
  ['Kim', 'kim'],
  ['kim', 'kimm'],
  ['Kim Chulsoo', 'Kim Chul-soo'],
  ['José Núñez', 'Jose Nunez'],
  ['학생 1', '학생 01'],
])('takes %s and %s for one student', (from, to) => {
  expect(isCorrection(from, to)).toBe(true);
});

it.each([
  ['김철수', '이영희'],
  ['김철수', '박철수'],
  ['김철수', '김철민'],
  ['김민수', '김민지'],
  ['김철수', '김수'],
  ['김철수', '김영희'],
  ['김철수', 'Kim'],
  ['이', '오'],
  ['A', 'B'],
  ['kim', 'lee'],
  ['김철수 A', '김철수 B'],
  ['김철수A', '김철수B'],
  ['조1', '조2'],
  ['student-01', 'student-02'],
  ['student-1', 'student-11'],
])('takes %s and %s for two students', (from, to) => {
  expect(isCorrection(from, to)).toBe(false);
});

it('takes the same id for the same student, whatever the name is', () => {
  const [from, to] = [
    { id: 's1', name: '김철수' },
    { id: 's1', name: '이영희' },
  ];
  expect(correctionsOf([from], [to])).toEqual([{ from, to }]);
});

it('takes two ids that the roster gives for two students, also with near names', () => {
  const from = { id: 's1', name: '김민수' };
  expect(correctionsOf([from], [{ id: 's2', name: '김민서' }])).toEqual([]);
  const to = { id: 's2', name: '김민수' };
  expect(correctionsOf([from], [to])).toEqual([{ from, to }]);
});

it('keeps the student who gets an id on the roster', () => {
  const [from] = named('김철수');
  expect(corrections(named('김철수'), [{ id: 's1', name: '김철수' }])).toEqual(['김철수 > 김철수']);
  expect(from?.id).not.toBe('s1');
});

it('takes none where one who is gone is near two who are new, or the other way round', () => {
  expect(corrections(named('김철수'), named('김철스', '김쳘수'))).toEqual([]);
  expect(corrections(named('김철스', '김쳘수'), named('김철수'))).toEqual([]);
});

it('takes those that are clear beside those that are not', () => {
  const gone = named('김철수', '이영희', '박민준');
  const added = named('이영히', '김철스', '김쳘수', '최지우');
  expect(corrections(gone, added)).toEqual(['이영희 > 이영히']);
});

it('does not offer a student who has the same id to another one', () => {
  const gone = [...named('김철수'), { id: 's1', name: '김철스' }];
  const added = [{ id: 's1', name: '김쳘수' }];
  expect(corrections(gone, added)).toEqual(['김철스 > 김쳘수']);
});

it('finds nothing where nobody is gone or nobody is new', () => {
  expect(corrections(named('김철수'), [])).toEqual([]);
  expect(corrections([], named('김철수'))).toEqual([]);
});
