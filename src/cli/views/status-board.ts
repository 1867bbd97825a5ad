import { classStatus, type VmStatus } from '../../class/status';
import type { ClassSession } from '../../class/session';
import type { Text } from '../../core/text';
import { where, whose, type Board, type Column } from './class-board';
import { dollars } from './dollars';
import { hoursLeft } from '../commands/class/shared';
import { say } from '../language';
import { problemJson } from './problem';
import { isFine, sumOf } from './status-sum';
import { exit, mark } from './terminal';

/** The board of every VM's status: from AWS, and with `ask` also from the VMs themselves. */
export function statusBoard(session: ClassSession, ask: boolean): Board<VmStatus> {
  return {
    columns,
    roster: session.config.students.map(({ id }) => id),
    ask: (onRow) => classStatus(session, ask, onRow),
    mark: markOf,
    problem: ({ problem }) => problem,
    json: ({ problem, ...row }) => ({
      ...row,
      ...(problem ? { problem: problemJson(problem) } : {}),
    }),
    jsonOf: (vms) => ({ class: session.fleet, vms }),
    summary: (rows) => [sumOf(rows)],
    exitCode: (rows) => (rows.every(isFine) ? exit.done : exit.failed),
  };
}

const columns: readonly Column<VmStatus>[] = [
  ...whose,
  {
    title: { ko: '상태', en: 'state' },
    key: 'state',
    value: ({ state }) => state,
    show: (row) => say(stateOf(row)),
  },
  {
    title: { ko: '남음', en: 'left' },
    key: 'hoursLeft',
    value: (row) => row.hoursLeft && Number(row.hoursLeft.toFixed(2)),
    show: (row) => hoursLeft(row.hoursLeft),
  },
  {
    title: { ko: '비용', en: 'cost' },
    key: 'cost',
    value: ({ cost }) => cost && Number(cost.toFixed(4)),
    show: ({ cost }) => (cost === undefined ? '-' : dollars(cost)),
  },
  where,
  { key: 'ready', value: ({ ready }) => ready },
  { key: 'failed', value: ({ failed = [] }) => failed.join(' ') },
  { key: 'problem', value: ({ problem }) => problem?.code ?? '' },
];

function markOf(row: VmStatus): string {
  if (isFine(row)) return mark.passed;
  return isUntold(row.problem) ? mark.unknown : mark.failed;
}

const isUntold = (problem: VmStatus['problem']) =>
  problem?.kind === 'cannot-tell' || problem?.kind === 'waiting';

function stateOf({ state, ready, failed = [], problem }: VmStatus): Text {
  if (state === 'none') return { ko: 'VM 없음', en: 'no VM' };
  if (problem?.code === 'ssh-unreachable') return { ko: '응답 없음', en: 'no answer' };
  if (problem?.kind === 'waiting') return { ko: '호스트 키 없음', en: 'no host key' };
  if (problem?.kind === 'cannot-tell') return { ko: '접속 안 됨', en: 'no login' };
  if (failed.length > 0)
    return { ko: `설치 실패: ${failed.join(', ')}`, en: `failed: ${failed.join(', ')}` };
  if (problem) return { ko: '설치 멈춤', en: 'stopped' };
  if (ready === undefined) return { ko: state, en: state };
  return ready ? { ko: '준비됨', en: 'ready' } : { ko: '설치 중', en: 'installing' };
}
