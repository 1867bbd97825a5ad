import { awsDenied } from './problems/aws';
import { Failure } from '../core/failure';
import type { CloudResource } from './aws/resource';
import { classesIn, unseen } from './list';

const now = new Date('2026-11-29T12:00:00.000Z');
const vm = (fleet: string, more: Partial<CloudResource> = {}): CloudResource => ({
  kind: 'instance',
  id: `i-${Math.random()}`,
  region: 'ap-northeast-2',
  fleet,
  owner: 'kim@laptop 0a.0b',
  state: 'running',
  type: 't3.medium',
  disk: 30,
  launchedAt: '2026-11-29T10:00:00.000Z',
  endsAt: '2026-11-29T18:00:00.000Z',
  ...more,
});
const view = (...things: CloudResource[]) => ({
  regions: [{ region: 'ap-northeast-2', things }],
});

it('lists each class with its VMs, its first start and its last end', () => {
  const things = [
    vm('docker', { launchedAt: '2026-11-29T09:00:00.000Z' }),
    vm('docker', { state: 'stopped', endsAt: '2026-11-29T19:00:00.000Z' }),
    vm('other', { region: 'us-east-1' }),
  ];
  expect(classesIn(view(...things), now)).toMatchObject([
    {
      name: 'docker',
      owners: ['kim@laptop 0a.0b'],
      running: 1,
      off: 1,
      since: '2026-11-29T09:00:00.000Z',
      until: '2026-11-29T19:00:00.000Z',
    },
    { name: 'other', regions: ['us-east-1'], running: 1 },
  ]);
});

it('knows no end of a class in which one VM does not say it', () => {
  const { endsAt: _, ...endless } = vm('docker');
  expect(classesIn(view(vm('docker'), endless), now)[0]).not.toHaveProperty('until');
});

it('lists a class without VMs whose network is left, after those that cost', () => {
  const left = { kind: 'vpc', id: 'vpc-1', region: 'ap-northeast-2', fleet: 'a' } as const;
  expect(classesIn(view(left, vm('b')), now)).toMatchObject([
    { name: 'b', running: 1 },
    { name: 'a', running: 0, off: 0, others: 1 },
  ]);
});

it('does not count a VM that is gone', () => {
  expect(classesIn(view(vm('docker', { state: 'shutting-down' })), now)).toMatchObject([
    { running: 0, off: 0 },
  ]);
});

it('names the regions that were not seen', () => {
  const failure = new Failure(awsDenied({ said: 'no' }));
  const regions = [
    { region: 'ap-northeast-2', things: [] },
    { region: 'us-east-1', things: [], failure },
  ];
  expect(unseen({ regions }).map(({ region }) => region)).toEqual(['us-east-1']);
});
