import { readReport, stopped } from './vm-report';

const told = [
  'lists begun\nlists done\nminikube begun\nminikube failed 3\nnano begun',
  '',
  'minikube',
  '2026-01-01T10:00:00Z 3600',
  'busy',
  'No distribution packages Minikube\n--\nits end',
];

it('reads what a VM says of itself', () => {
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

it('parts a step that failed from an installation that was interrupted', () => {
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

it('takes what broke off for no report', () => {
  const half = told.slice(0, 4).join('\n--\n');
  expect(() => readReport(half, 'Connection reset by peer')).toThrow('Connection reset by peer');
});
