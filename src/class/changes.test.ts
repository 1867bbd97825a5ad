import { changesExisting, changesOf } from './changes';
import type { CloudResource } from './aws/resource';
import { configSchema } from './config/config';

const student = (id: string) => ({ id, name: id.toUpperCase() });
const config = (ids: readonly string[], more: object = {}) => ({
  ...configSchema.parse(more),
  students: ids.map(student),
  readFrom: undefined,
});
const vm = (id: string, more: Partial<CloudResource> = {}): CloudResource => ({
  kind: 'instance',
  id: `i-${id}`,
  region: 'ap-northeast-2',
  student: id,
  state: 'running',
  type: 't3.medium',
  disk: 30,
  ubuntu: '24.04',
  spot: false,
  hours: 8,
  ...more,
});
const worksOf = (changes: ReturnType<typeof changesOf>) =>
  changes.map(({ student: { id }, work }) => `${id} ${work}`);

it('makes VMs for students without one, and keeps the others', () => {
  const changes = changesOf({ config: config(['kim', 'lee']), vms: [vm('lee')], replace: [] });
  expect(worksOf(changes)).toEqual(['kim new', 'lee kept']);
  expect(changes.some(changesExisting)).toBe(false);
});

it.each(['terminated', 'shutting-down'])('makes a VM again that is %s', (state) => {
  const changes = changesOf({ config: config(['kim']), vms: [vm('kim', { state })], replace: [] });
  expect(worksOf(changes)).toEqual(['kim new']);
});

it('starts a VM that is off, and replaces one that is named; both change what exists', () => {
  const vms = [vm('kim', { state: 'stopped' }), vm('lee')];
  const changes = changesOf({ config: config(['kim', 'lee']), vms, replace: ['lee'] });
  expect(worksOf(changes)).toEqual(['kim started', 'lee replaced']);
  expect(changes.map(changesExisting)).toEqual([true, true]);
});

it('makes a new VM where one is to be replaced that does not exist', () => {
  const changes = changesOf({ config: config(['kim']), vms: [], replace: ['kim'] });
  expect(worksOf(changes)).toEqual(['kim new']);
});

it('keeps the VM of a student who has left, by the name of the earlier roster', () => {
  const names = new Map([['lee', '이영희']]);
  const changes = changesOf({ config: config(['kim']), vms: [vm('lee')], replace: [], names });
  expect(worksOf(changes)).toEqual(['kim new', 'lee left']);
  expect(changes[1]?.student.name).toBe('이영희');
});

it('keeps the second VM of a student, and counts the newer one as the VM', () => {
  const older = vm('kim', { id: 'i-older', launchedAt: '2026-11-29T09:00:00.000Z' });
  const newer = vm('kim', { id: 'i-newer', launchedAt: '2026-11-29T10:00:00.000Z' });
  const changes = changesOf({ config: config(['kim']), vms: [older, newer], replace: [] });
  expect(changes.map(({ work, vm: one }) => [work, one?.id])).toEqual([
    ['kept', 'i-newer'],
    ['more', 'i-older'],
  ]);
});

it('does not give a corrected name to a VM that is to be made again', () => {
  const renamed = [{ from: student('kimm'), to: student('kim') }];
  const vms = [vm('kimm')];
  const [change] = changesOf({ config: config(['kim']), vms, replace: ['kim'], renamed });
  expect(change).toMatchObject({ work: 'replaced', vm: { id: 'i-kimm' } });
  expect(change).not.toHaveProperty('renamedFrom');
});

it('gives the VM of a corrected name to the new name, and makes none', () => {
  const renamed = [{ from: student('kimm'), to: student('kim') }];
  const changes = changesOf({ config: config(['kim']), vms: [vm('kimm')], replace: [], renamed });
  expect(changes).toMatchObject([
    { student: { id: 'kim' }, work: 'kept', renamedFrom: { id: 'kimm' }, vm: { id: 'i-kimm' } },
  ]);
  expect(changes.some(changesExisting)).toBe(true);
});

it('tells how a kept VM differs from the configuration, but not how a replaced one does', () => {
  const more = { instanceType: 't3.large', disk: 50, ubuntu: '22.04', spot: true, hours: 10 };
  const wanted = config(['kim', 'lee'], more);
  const changes = changesOf({ config: wanted, vms: [vm('kim'), vm('lee')], replace: ['lee'] });
  expect(
    changes[0]?.differences.map(({ field, has, wants }) => `${field} ${has} ${wants}`),
  ).toEqual([
    'instanceType t3.medium t3.large',
    'disk 30 50',
    'ubuntu 24.04 22.04',
    'spot false true',
    'hours 8 10',
  ]);
  expect(changes[1]?.differences).toEqual([]);
});

it('tells no difference of a setting that the VM does not say', () => {
  const { disk: _, ubuntu: __, ...rest } = vm('kim');
  const changes = changesOf({ config: config(['kim'], { disk: 50 }), vms: [rest], replace: [] });
  expect(changes[0]?.differences).toEqual([]);
});
