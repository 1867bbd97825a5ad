import type { CloudResource } from './aws/resource';
import { vmsOf } from './vms-of-students';

const students = [
  { id: 'kim', name: '김철수' },
  { id: 'lee', name: '이영희' },
];
const vm = (id: string, student: string, more: Partial<CloudResource> = {}): CloudResource => ({
  ...{ kind: 'instance', id, region: 'ap-northeast-2', state: 'running' },
  ...(student ? { student } : {}),
  launchedAt: '2026-03-02T10:00:00Z',
  ...more,
});
const rowsOf = (...vms: CloudResource[]) =>
  vmsOf(students, vms).map(({ id, name, state, instance, leftover }) =>
    [id, name, state, instance, leftover].join(' ').trim(),
  );

it('shows the students in the order of the roster, also those without a VM', () => {
  expect(rowsOf(vm('i-1', 'lee'))).toEqual(['kim 김철수 none', 'lee 이영희 running i-1']);
});

it('shows the VM that runs, not one that it replaced', () => {
  const gone = vm('i-1', 'kim', { state: 'terminated', launchedAt: '2026-03-02T12:00:00Z' });
  const [first, ...others] = rowsOf(gone, vm('i-2', 'kim'));
  expect(first).toBe('kim 김철수 running i-2');
  expect(others).toHaveLength(1);
});

it('counts a second VM of a student, which costs, too', () => {
  const older = vm('i-1', 'kim', { launchedAt: '2026-03-02T08:00:00Z', state: 'stopped' });
  expect(rowsOf(older, vm('i-2', 'kim'))).toEqual([
    'kim 김철수 running i-2',
    'lee 이영희 none',
    'i-1 김철수 stopped i-1 more',
  ]);
});

it('counts VMs of students who left the roster, and VMs of nobody, but none that is gone', () => {
  const gone = vm('i-9', 'choi', { state: 'terminated' });
  expect(rowsOf(vm('i-1', 'park'), vm('i-2', 'park'), vm('i-3', ''), gone).slice(2)).toEqual([
    'park park running i-1 left',
    'i-2 park running i-2 more',
    'i-3 i-3 running i-3 left',
  ]);
});
