import type { VmStatus } from '../../../class/status';
import { noAddress, hostKeyUnknown, vmStepsFailed } from '../../../class/problems/vm';
import { sshUnreachable } from '../../../core/problems/remote';
import { standingOf, stateOf } from './standing';
import { briefOf, sumOf } from './status-sum';

const options = {
  ask: true,
  wonPerDollar: 1400,
  command: (words: string) => `dkkb class ${words}`,
};
const running = { id: 'kim', name: '김철수', state: 'running', instance: 'i-1' };
const cost = (dollars: number, unpriced: string[] = []) => ({ dollars, unpriced });
const ready: VmStatus = {
  ...running,
  ready: true,
  spent: cost(0.5),
  ahead: { ...cost(2), endless: 0 },
};
const coming: VmStatus = { ...running, ready: false };
const silent: VmStatus = {
  ...coming,
  problem: sshUnreachable({ host: '192.0.2.1', port: '22', said: 'timed out' }),
};
const failed: VmStatus = { ...coming, failed: ['minikube'], problem: vmStepsFailed({}) };
const none: VmStatus = { id: 'lee', name: '이영희', state: 'none' };

it('says how many VMs can be used, and how the others are', () => {
  const [first] = sumOf([ready, ready, coming, silent, failed, none], options);
  expect(first?.en).toBe(
    '2 of 6 VMs can be used (getting ready 1, cannot tell 1, failed 1, off or missing 1).',
  );
  expect(first?.ko).toBe(
    '학생 6명 중 2명의 VM을 쓸 수 있습니다 (준비하는 중 1, 확인 못 함 1, 실패 1, 꺼짐 또는 없음 1).',
  );
});

it('calls no VM usable that was not asked', () => {
  const [first] = sumOf([running, running, none], { ...options, ask: false });
  expect(first?.en).toBe(
    '2 of 3 VMs run (off or missing 1); they were not asked whether they are ready.',
  );
  expect(sumOf([running], options)[0]?.en).toBe('0 of 1 VMs can be used (running 1).');
});

it('adds up what the VMs cost and will cost, in dollars and in won', () => {
  expect(sumOf([ready, ready], options)[1]).toEqual({
    ko: '비용(정가로 어림): 지금까지 $1.00 (약 1,400원); 끝날 때까지 $4.00 (약 5,600원) 더',
    en: 'Cost by list prices: $1.00 (about 1,400 won) so far; $4.00 (about 5,600 won) more until the end',
  });
});

it('names what has no list price, and tells of VMs without a known end', () => {
  const odd = { ...ready, spent: cost(0, ['x9.large (r)']), ahead: { ...cost(0), endless: 1 } };
  expect(sumOf([ready, odd], options)[1]?.en).toBe(
    'Cost by list prices: $0.50 (about 700 won) so far; $2.00 (about 2,800 won) more until the end; nobody knows when 1 of the VMs end; without a list price, left out: x9.large (r)',
  );
});

it('tells nothing of costs where no VM costs anything, but how to make what is missing', () => {
  expect(sumOf([none], options).map(({ en }) => en)).toEqual([
    '0 of 1 VMs can be used (off or missing 1).',
    'To make what is missing and start what is off: dkkb class up',
  ]);
});

it('counts the VM of a student who left the roster: not among the students, but in the cost', () => {
  const [first, more, costs] = sumOf([ready, { ...ready, leftover: 'left' }], options);
  expect(first?.en).toBe('1 of 1 VMs can be used.');
  expect(more?.en).toBe('VMs of nobody on the roster: 1 (they cost, too).');
  expect(costs?.en).toContain('$1.00');
});

it('says all in one line for a small screen', () => {
  expect(briefOf([ready, coming, silent], 2, options)).toEqual({
    ko: 'VM 5대: 준비됨 1, 준비하는 중 1, 확인 못 함 1, 묻는 중 2 · 지금까지 $0.50 (약 700원)',
    en: '5 VMs: ready 1, getting ready 1, cannot tell 1, asking 2 · so far $0.50 (about 700 won)',
  });
});

it.each([
  [{ ...running, state: 'pending' }, 'coming', '켜는 중', 'starting'],
  [running, 'running', '실행 중', 'running'],
  [{ ...running, state: 'stopping' }, 'off', '중지하는 중', 'stopping'],
  [{ ...running, state: 'stopped' }, 'off', '중지됨', 'stopped'],
  [{ ...running, state: 'shutting-down' }, 'off', '종료하는 중', 'shutting down'],
  [{ ...running, state: 'terminated' }, 'off', '종료됨', 'terminated'],
  [{ ...running, state: 'dreaming' }, 'off', 'dreaming', 'dreaming'],
  [none, 'off', 'VM 없음', 'no VM'],
  [ready, 'ready', '준비됨', 'ready'],
  [coming, 'coming', '설치 중', 'installing'],
  [silent, 'unknown', '응답 없음', 'no answer'],
  [failed, 'failed', '실패: minikube', 'failed: minikube'],
  [{ ...coming, problem: noAddress({}) }, 'failed', '주소 없음', 'no address'],
  [{ ...coming, problem: hostKeyUnknown({}) }, 'unknown', '호스트 키 없음', 'no host key'],
] as const)('tells the state of %j in both languages', (row, standing, ko, en) => {
  expect(standingOf(row)).toBe(standing);
  expect(stateOf(row)).toEqual({ ko, en });
});
