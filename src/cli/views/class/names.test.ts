import { names } from './names';

const students = (count: number) => Array.from({ length: count }, (_, at) => `s${at + 1}`);

it('names the students of a usual class', () => {
  expect(names([])).toEqual({ ko: '', en: '' });
  expect(names(students(10)).en).toBe('s1, s2, s3, s4, s5, s6, s7, s8, s9, s10');
});

it('tells more by their number, and where the names are', () => {
  expect(names(students(40)).en).toMatch(/, s40$/);
  expect(names(students(41)).ko).toBe('41명 (이름은 -o json)');
  expect(names(students(11), 10).ko).toBe('11명 (이름은 -o json)');
  expect(names(students(300)).en).toBe('300 students (names: -o json)');
});
