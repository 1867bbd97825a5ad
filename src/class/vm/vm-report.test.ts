import { readDeadline, readReport } from '../../core/practice-report';
import { stopped } from './vm-report';

const told = [
  'lists begun\nlists done\nminikube begun\nminikube failed 3\nnano begun',
  '',
  'minikube',
  '2026-01-01T10:00:00Z 3600',
  'busy',
  'No distribution packages Minikube\n--\nits end',
];

it('reads the report of a VM', () => {
  expect(readReport(told.join('\n--\n'))).toEqual({
    steps: ['lists done', 'minikube failed 3', 'nano begun'],
    ready: false,
    failed: ['minikube'],
    left: 3600,
    isBusy: true,
    log: ['No distribution packages Minikube', '--', 'its end'],
  });
});

it('reads a VM on which nothing has begun', () => {
  const silent = '--\n--\n--\n--\nbusy\n--\n';
  const nothing = { steps: [], ready: false, failed: [], isBusy: true, log: [] };
  expect(readReport(silent)).toEqual(nothing);
});

it('distinguishes a step that failed from an installation that was interrupted', () => {
  const report = readReport(told.join('\n--\n'));
  expect(stopped(report)).toMatchObject({
    code: 'vm-steps-failed',
    values: { steps: 'minikube', log: expect.stringContaining('No distribution packages') },
  });
  expect(stopped({ ...report, failed: [] })).toMatchObject({
    code: 'vm-interrupted',
    values: { step: 'nano' },
  });
});

it('refuses a report that was cut off', () => {
  const half = told.slice(0, 4).join('\n--\n');
  expect(() => readReport(half, 'Connection reset by peer')).toThrow('Connection reset by peer');
});

const saying = (part: number, text: string) => told.with(part, text).join('\n--\n');

it.each([
  [0, 'docker \u001b[2J'],
  [0, 'docker'],
  [0, `${'x'.repeat(41)} done`],
  [0, 'docker done\n'.repeat(101)],
  [1, 'yes and no'],
  [2, 'mini kube'],
  [2, '$(id)'],
  [4, 'bus'],
])('refuses a report whose part %i is %j', (part, text) => {
  expect(() => readReport(saying(part, text))).toThrow('answer-unreadable');
});

it.each([
  ['2026-01-01T10:00:00Z 3600', 3600],
  ['2026-01-01T10:00:00Z -5', -5],
  ['2026-01-01T10:00:00Z 31622400', 31_622_400],
])('reads from %j that %i seconds are left', (line, left) => {
  expect(readDeadline(line)).toEqual({ left });
});

it.each(['', 'x', 'x 1e300', 'x 31622401', 'x -86401', 'x Infinity', 'x 0x10', 'x 1 2', 'x 1.5'])(
  'reads no deadline from %j',
  (line) => {
    expect(readDeadline(line)).toEqual({});
  },
);
