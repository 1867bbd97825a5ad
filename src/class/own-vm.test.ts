import type { CloudResource } from './aws/resource';
import { ownFirst } from './own-vm';

const vm = (id: string, more: Partial<CloudResource> = {}): CloudResource => ({
  kind: 'instance',
  id,
  region: 'ap-northeast-2',
  fleet: 'docker',
  student: 'lee',
  name: 'dkkb-docker-lee',
  state: 'running',
  launchedAt: '2026-11-29T09:00:00.000Z',
  ...more,
});
const order = (...vms: CloudResource[]) => ownFirst(vms).map(({ id }) => id);

it('puts the newest VM of a student first', () => {
  const older = vm('i-1', { launchedAt: '2026-11-29T08:00:00.000Z' });
  expect(order(older, vm('i-2'))).toEqual(['i-2', 'i-1']);
});

it.each([['2026-11-29T09:00:00.000Z'], ['2026-11-29T10:00:00.000Z']])(
  'puts a VM whose name is of another student last, though it was started at %s',
  (launchedAt) => {
    const given = vm('i-0', { name: 'dkkb-docker-kim', launchedAt });
    expect(order(given, vm('i-1'))).toEqual(['i-1', 'i-0']);
    expect(order(vm('i-1'), given)).toEqual(['i-1', 'i-0']);
  },
);

it('puts a VM that is gone behind one that is there, and has the same order whatever it gets first', () => {
  const gone = vm('i-9', { state: 'terminated', launchedAt: '2026-11-29T11:00:00.000Z' });
  expect(order(gone, vm('i-2'), vm('i-1'))).toEqual(['i-1', 'i-2', 'i-9']);
  expect(order(vm('i-1'), vm('i-2'), gone)).toEqual(['i-1', 'i-2', 'i-9']);
});
