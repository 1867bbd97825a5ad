import type { TypeFacts } from './aws/types';
import { judgeType, type AskedType } from './type-limits';

const fact = (name: string, cpus: number, gib: number, architecture = 'x86_64'): TypeFacts => ({
  name,
  cpus,
  memory: gib * 1024,
  architectures: [architecture],
});
const medium = fact('t3.medium', 2, 4);
const free = [
  fact('t3.micro', 2, 1),
  fact('m7i-flex.large', 2, 8),
  fact('c7i-flex.large', 2, 4),
  fact('t4g.small', 2, 2, 'arm64'),
];
const paid = { plan: { type: 'PAID', isDenied: false }, free: [] } as const;
const onFreePlan = { plan: { type: 'FREE', isDenied: false }, free } as const;

const judge = (facts: TypeFacts | undefined, more: Pick<AskedType, 'plan' | 'free'> = paid) =>
  judgeType({ type: facts?.name ?? 'zz9.medium', facts, ...more });

it('lets a type pass that has what Minikube needs', () => {
  expect(judge(medium)).toEqual([]);
  expect(judge(fact('c4.large', 2, 3.75))).toEqual([]);
});

it.each([
  ['t3.small', 2, 2],
  ['t2.small', 1, 2],
  ['m3.medium', 1, 3.75],
])('refuses %s with %d vCPUs and %d GiB, and names types that have enough', (name, cpus, gib) => {
  expect(judge(fact(name, cpus, gib))).toMatchObject([
    {
      code: 'aws-type-too-small',
      values: {
        type: name,
        cpus: String(cpus),
        memory: String(gib),
        needsCpus: '2',
        needsMemory: '3',
        types: 't3.medium, t3.large',
      },
    },
  ]);
});

it('names types of the same processor', () => {
  expect(judge(fact('t4g.small', 2, 2, 'arm64'))).toMatchObject([
    { values: { types: 't4g.medium, t4g.large' } },
  ]);
});

it('leaves a type that the region does not know to another check', () => {
  expect(judge(undefined, onFreePlan)).toEqual([]);
});

describe('on the free plan', () => {
  it('refuses a type that the plan does not allow, and names the smallest that has enough first', () => {
    const [problem, ...others] = judge(medium, onFreePlan);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'aws-free-plan',
      values: { type: 't3.medium', types: 'c7i-flex.large, m7i-flex.large' },
    });
    for (const text of Object.values(problem?.describe().remedy ?? {}))
      expect(text).toContain('`instanceType: c7i-flex.large`');
  });

  it('names types that the plan allows where the type is too small', () => {
    expect(judge(free[0], onFreePlan)).toMatchObject([
      { code: 'aws-type-too-small', values: { types: 'c7i-flex.large, m7i-flex.large' } },
    ]);
  });

  it('names types of another processor where no other has enough', () => {
    expect(judge(fact('t4g.large', 2, 8, 'arm64'), onFreePlan)).toMatchObject([
      { code: 'aws-free-plan', values: { types: 'c7i-flex.large, m7i-flex.large' } },
    ]);
  });

  it('lets a type pass that the plan allows', () => {
    expect(judge(free[2], onFreePlan)).toEqual([]);
  });
});

it('notes that the plan may not be asked, and stops nothing', () => {
  const denied = { plan: { type: 'unknown', isDenied: true }, free: [] } as const;
  expect(judge(medium, denied)).toMatchObject([{ code: 'aws-plan-unknown', kind: 'note' }]);
});
