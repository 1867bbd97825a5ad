import { numbered, toStudents } from './students';

const of = (...names: string[]) =>
  toStudents(names.map((name, index) => ({ path: `students[${index + 1}]`, name })));
const idsOf = (...names: string[]) =>
  Object.fromEntries(of(...names).students.map(({ id, name }) => [name, id]));

it.each([
  ['kim', /^kim$/],
  ['Kim', /^kim-[0-9a-f]{6}$/],
  ['김철수', /^gimcheolsu-[0-9a-f]{6}$/],
  ['José Núñez', /^jose-nunez-[0-9a-f]{6}$/],
  ['王小明', /^student-[0-9a-f]{6}$/],
  ['$(reboot)', /^reboot-[0-9a-f]{6}$/],
  ['../x', /^x-[0-9a-f]{6}$/],
  ['"; rm -rf / #\'', /^rm-rf-[0-9a-f]{6}$/],
  ['x'.repeat(64), /^x{30}-[0-9a-f]{6}$/],
])('makes from %j an id that a shell and DNS accept', (name, id) => {
  expect(idsOf(name)[name]).toMatch(id);
});

it('keeps everybody’s id when the roster changes', () => {
  const before = idsOf('김철수', '이영희', 'Kim', 'kim');
  expect(idsOf('kim', '박민수', 'Kim', '이영희', '김철수')).toMatchObject(before);
});

it.each([
  [''],
  ['   '],
  ['!!!'],
  ['a\nb'],
  ['a\u0000'],
  ['a\u202Eb'],
  ['x'.repeat(65)],
  ['\uD800x'],
])('refuses the name %j', (name) => {
  expect(of('lee', name).issues).toMatchObject([{ path: 'students[2]' }]);
});

it('keeps the order of the roster', () => {
  const names = ['김철수', '이영희', 'Kim', '박민수'];
  expect(of(...names).students.map(({ name }) => name)).toEqual(names);
});

it('refuses a name that is there twice, also in another Unicode form or with spaces', () => {
  const decomposed = '김철수'.normalize('NFD');
  expect(of('김철수', decomposed, ' 김철수 ').issues.map(({ path }) => path)).toEqual([
    'students[2]',
    'students[3]',
  ]);
});

it('gives numbered students ids that stay the same in a larger class', () => {
  const ids = (count: number) => toStudents(numbered(count)).students.map(({ id }) => id);
  expect(ids(300)).toEqual(expect.arrayContaining(ids(30)));
  expect(new Set(ids(300)).size).toBe(300);
});
