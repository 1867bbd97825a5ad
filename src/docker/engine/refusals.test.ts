import { failureFrom, enginePatterns } from './refusals';
import { lastLine } from '../../core/failure';
import { hostileTexts, withEach } from '../../core/answers/hostile-text.fixture';
import { clusterFailure, clusterPatterns } from '../../kubernetes/cluster/refusals';

const target = { context: 'c', namespace: 'n', server: 's' };
const longErrors = [
  `address ${':1'.repeat(500_000)}`,
  'failed to resolve reference '.repeat(37_000),
  `exceeded quota: a, requested: x${', used: '.repeat(500_000)}`,
  `${' '.repeat(1_000_000)}x`,
];

it.each(
  [...enginePatterns, ...clusterPatterns].map(
    ({ problem, test }) => [problem({}).code, test] as const,
  ),
)('the pattern of %s is fast also on texts that are made to slow it down', async (_code, test) => {
  const texts = [...hostileTexts(test, 50_000), ...longErrors];
  expect(texts.length).toBeGreaterThan(20);
  await withEach(texts, (text) => test.test(text));
});

it('reads only the end of an error of a megabyte', async () => {
  await withEach(longErrors, (text) => {
    expect(failureFrom(text).code).toBe('command-failed');
    expect(clusterFailure(text, target, 'kubectl get').code).toBe('command-failed');
    expect(lastLine(text).length).toBeLessThanOrEqual(8_192);
  });
  const told = `${'pulling\n'.repeat(100_000)}no space left on device`;
  expect(failureFrom(told).code).toBe('disk-full');
});

it('reads the name and every value of a quota that is exceeded', () => {
  const text =
    'Error from server (Forbidden): pods "a" is forbidden: exceeded quota: q, requested: limits.cpu=1,pods=1, used: limits.cpu=1,pods=2, limited: limits.cpu=1,pods=2\nmore';
  expect(clusterFailure(text, target, 'kubectl apply').values).toMatchObject({
    quota: 'q',
    requested: 'limits.cpu=1,pods=1',
    used: 'limits.cpu=1,pods=2',
    limited: 'limits.cpu=1,pods=2',
  });
});
