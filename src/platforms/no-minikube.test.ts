import { about } from '../core/problem';
import { remoteClusterMissing } from '../core/problems/remote';
import { otherMachine } from '../core/system';
import { minikubeMissing, minikubeStopped } from '../computer/problems/kubernetes';
import { isPracticeHost, verdictWithoutMinikube } from './no-minikube';

it.each([
  [{ user: 'student', host: '127.0.0.1', port: 2222 }, true],
  [{ user: 'student', host: 'localhost', port: 2222 }, true],
  [{ user: 'student', host: '10.0.0.7', port: 2222 }, false],
  [{ user: 'ubuntu', host: '127.0.0.1', port: 2222 }, false],
  [{ user: 'student', host: '127.0.0.1' }, false],
])('%j is the practice host: %s', (target, expected) => {
  expect(isPracticeHost(target)).toBe(expected);
});

it('on the practice host, no remedy asks for Minikube, also when a check is run again', async () => {
  const problems = [minikubeMissing({}), remoteClusterMissing({})].map((problem) =>
    about(problem, otherMachine),
  );
  const item = { title: { ko: '', en: '' }, subject: 'minikube', found: [] };
  const verdict = verdictWithoutMinikube({
    lab: {} as never,
    status: 'unknown',
    items: [{ ...item, status: 'failed', problems }],
    problems,
    notes: [],
    unanswered: [() => Promise.resolve(problems)],
  });
  const again = await Promise.all(verdict.unanswered.map((ask) => ask()));
  const all = [verdict.problems, verdict.items.flatMap((one) => one.problems), again.flat()];
  for (const problem of all.flat()) {
    const { ko, en, commands } = problem.describe().remedy;
    expect([ko, en]).toEqual([
      expect.stringContaining('--on vm'),
      expect.stringContaining('--on vm'),
    ]);
    expect(commands).toEqual(['dkkb vm up']);
  }
  expect(all.map((list) => list.length)).toEqual([2, 2, 2]);
});

it('a cluster that is there and stopped keeps its own remedy', () => {
  const problems = [minikubeStopped({ state: 'Stopped' })];
  const told = verdictWithoutMinikube({
    ...{ lab: {} as never, status: 'unknown', items: [], notes: [], unanswered: [] },
    problems,
  });
  expect(told.problems).toEqual(problems);
});
