import type { VmChange } from '../../../class/changes';
import { changeTexts } from './changes';

const change = (name: string, more: Partial<VmChange> = {}): VmChange => ({
  student: { id: `id-${name}`, name },
  work: 'kept',
  differences: [],
  ...more,
});
const told = (changes: readonly VmChange[], language: 'ko' | 'en' = 'en') =>
  changeTexts(changes, (...words) => `dkkb class ${words.join(' ')} --class one`).map(
    (text) => text[language],
  );

it('tells each student by name, in groups of what happens to the VM', () => {
  const changes = [
    change('kim', { work: 'new' }),
    change('lee'),
    change('park', { work: 'started' }),
    change('choi', { work: 'replaced' }),
  ];
  expect(told(changes)).toEqual([
    '+ VMs to make (1): kim',
    '= VMs kept as they are (1): lee',
    expect.stringMatching(/started \(1\).*new address.*park/),
    expect.stringMatching(/make again \(1\).*is lost.*choi/),
  ]);
});

it('tells many students by their number', () => {
  const changes = Array.from({ length: 60 }, (_, index) => change(`s${index}`, { work: 'new' }));
  expect(told(changes)).toEqual([expect.stringMatching(/\(60\): 60 students.*-o json/)]);
});

it('says how to end the VM of a student who has left', () => {
  expect(told([change('zoe', { work: 'left' })])).toEqual([
    expect.stringContaining('not on the roster (1)'),
    '  to end them: dkkb class down --student id-zoe --class one',
  ]);
});

it('tells a corrected name with both names', () => {
  const from = { id: 'old', name: '김철스' };
  expect(told([change('김철수', { renamedFrom: from })], 'ko')).toContainEqual(
    expect.stringContaining('김철스 → 김철수'),
  );
});

it('tells one difference of several VMs once, with the command that replaces them', () => {
  const differences = [{ field: 'disk', has: '30', wants: '50' }] as const;
  expect(told([change('kim', { differences }), change('lee', { differences })])).toEqual([
    expect.stringContaining('kept as they are (2)'),
    expect.stringMatching(/`disk: 30`.*`50`.*dkkb class up --replace id-kim id-lee --class one/),
  ]);
});

it.each([
  ['8', '10.5', 'dkkb class extend 2.5 --student id-kim --class one'],
  ['8', '4', undefined],
])('says how to move an end from %s to %s hours: %s', (has, wants, command) => {
  const [, text = ''] = told([change('kim', { differences: [{ field: 'hours', has, wants }] })]);
  if (command) expect(text).toContain(command);
  else expect(text).not.toContain('dkkb class extend');
});

it('names no student where the ends of all VMs are to be moved', () => {
  const differences = [{ field: 'hours', has: '8', wants: '10' }] as const;
  const vm = { kind: 'instance', id: 'i-1', region: 'ap-northeast-2' } as const;
  expect(told([change('kim', { differences, vm })]).join()).toContain(
    'dkkb class extend 2 --class one',
  );
});

it('tells several differences of many VMs once, and lists neither names nor ids', () => {
  const differences = [
    { field: 'disk', has: '30', wants: '50' },
    { field: 'instanceType', has: 't3.medium', wants: 't3.large' },
  ] as const;
  const changes = Array.from({ length: 30 }, (_, at) => change(`s${at}`, { differences }));
  const [, text = '', ...others] = told(changes);
  expect(others).toEqual([]);
  expect(text).toMatch(
    /`disk: 30`.*`instanceType: t3\.medium`.*30 students.*--replace STUDENT --class one/,
  );
});
