import fc from 'fast-check';

/** The regions in which the teachers of a sequence have classes. */
export const regions = ['ap-northeast-2', 'us-east-1'] as const;
/** The students whom a roster may have. */
export const people = ['kim', 'lee', '김철수', '김철스'] as const;

/** What a teacher does; `by` is which of the two. */
export type Step = { readonly by: 0 | 1 } & (
  | {
      readonly do: 'up';
      readonly yes: boolean;
      readonly replace?: number;
      readonly takeOver?: boolean;
    }
  | {
      readonly do: 'down';
      readonly yes: boolean;
      readonly student?: number;
      readonly takeOver?: boolean;
    }
  | { readonly do: 'kill' }
  | { readonly do: 'extend' }
  | { readonly do: 'roster'; readonly names: readonly string[] }
  | { readonly do: 'set'; readonly field: string; readonly value: string }
  | { readonly do: 'lose'; readonly what: 'state' | 'all' }
);

const by = fc.constantFrom<0 | 1>(0, 1);
const person = fc.nat({ max: people.length - 1 });
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

/** A random step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      by,
      do: fc.constant('up' as const),
      yes: fc.boolean(),
      replace: perhaps(person),
      takeOver: perhaps(fc.boolean()),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by,
      do: fc.constant('down' as const),
      yes: fc.boolean(),
      student: perhaps(person),
      takeOver: perhaps(fc.boolean()),
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ by, do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ by, do: fc.constant('extend' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      by,
      do: fc.constant('roster' as const),
      names: fc.shuffledSubarray([...people], { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        ['class', 'one'],
        ['class', 'two'],
        ['region', regions[0]],
        ['region', regions[1]],
        ['instanceType', 't3.xlarge'],
        ['instanceType', 't3.large'],
        ['disk', '40'],
        ['spot', 'true'],
        ['hours', '4'],
      )
      .chain(([field = '', value = '']) =>
        fc.record({
          by,
          do: fc.constant('set' as const),
          field: fc.constant(field),
          value: fc.constant(value),
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by,
      do: fc.constant('lose' as const),
      what: fc.constantFrom('state' as const, 'all' as const),
    }),
  },
);

/** The words of `dkkb class` for a step; undefined where the step is no command. */
export function wordsOf(step: Step): readonly string[] | undefined {
  const flags = (one: { yes: boolean; takeOver?: boolean | undefined }) => [
    ...(one.yes ? ['--yes'] : []),
    ...(one.takeOver ? ['--take-over'] : []),
  ];
  if (step.do === 'extend') return ['extend', '1'];
  if (step.do === 'up')
    return [
      ...['up', '--no-wait', '-o', 'json', ...flags(step)],
      ...(step.replace === undefined ? [] : ['--replace', people[step.replace] ?? '']),
    ];
  if (step.do === 'down')
    return [
      ...['down', '-o', 'json', ...flags(step)],
      ...(step.student === undefined ? [] : ['--student', people[step.student] ?? '']),
    ];
  return undefined;
}
