import { addUp } from '../../../class/cost';
import { classStatus, type VmStatus } from '../../../class/status';
import type { ClassSession } from '../../../class/session';
import type { Board } from './board';
import type { ClassCommand } from './command';
import { where, whose, type Column } from './columns';
import { dollars } from './dollars';
import { hoursLeft } from '../../commands/class/shared';
import { say } from '../../language';
import { wonPerDollarOf } from './money';
import { problemJson } from '../problem';
import { briefOf, sumOf } from './status-sum';
import { standingOf, stateOf, type Standing } from './standing';
import { exit, mark } from '../terminal';

/** The board of every VM's status: from AWS, and with `ask` also from the VMs themselves. */
export function statusBoard(
  session: ClassSession,
  ask: boolean,
  command: ClassCommand,
): Board<VmStatus> {
  const options = { ask, wonPerDollar: wonPerDollarOf(session.config), command };
  const roster = session.config.students.map(({ id }) => id);
  return {
    columns,
    roster,
    ask: (onRow) => classStatus(session, ask, onRow),
    mark: (row) => marks[standingOf(row)],
    urgency: (row) => urgencies[standingOf(row)],
    problem: ({ problem }) => problem,
    json: vmJson,
    jsonOf: (vms, rows) => ({ class: session.fleet, vms, cost: costJson(rows, options) }),
    summary: (rows) => sumOf(rows, options),
    brief: (rows) => briefOf(rows, waitingFor(roster, rows), options),
    exitCode: (rows) => (rows.every((row) => isFine(row, ask)) ? exit.done : exit.failed),
  };
}

function waitingFor(roster: readonly string[], rows: readonly VmStatus[]): number {
  const known = new Set(rows.map(({ id }) => id));
  return roster.filter((id) => !known.has(id)).length;
}

/** Whether a VM runs and, where the VMs were asked, is ready. */
function isFine(row: VmStatus, ask: boolean): boolean {
  return standingOf(row) === (ask ? 'ready' : 'running');
}

function vmJson({ problem, spent, ahead: _, ...row }: VmStatus) {
  const cost = spent?.unpriced.length === 0 ? { cost: spent.dollars } : {};
  return { ...row, ...cost, ...(problem ? { problem: problemJson(problem) } : {}) };
}

function costJson(rows: readonly VmStatus[], { wonPerDollar }: { readonly wonPerDollar: number }) {
  const { dollars: spent, unpriced } = addUp(rows.flatMap((row) => row.spent ?? []));
  const ahead = rows.flatMap((row) => row.ahead ?? []);
  const endless = ahead.reduce((sum, one) => sum + one.endless, 0);
  return { spent, ahead: addUp(ahead).dollars, endless, unpriced, wonPerDollar };
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
    show: ({ hoursLeft: hours = NaN }) => (hours < 0 ? say(over) : hoursLeft(hours)),
  },
  {
    title: { ko: '비용', en: 'cost' },
    key: 'cost',
    value: ({ spent }) => costOf(spent) && Number(costOf(spent)?.toFixed(4)),
    show: ({ spent }) => (costOf(spent) === undefined ? '-' : dollars(spent?.dollars ?? 0)),
  },
  where,
  { key: 'ready', value: ({ ready }) => ready },
  { key: 'failed', value: ({ failed = [] }) => failed.join(' ') },
  { key: 'problem', value: ({ problem }) => problem?.code ?? '' },
  { key: 'leftover', value: ({ leftover }) => leftover ?? '' },
];

const over = { ko: '지남', en: 'over' };

/** What a VM has cost; undefined where it has no list price. */
function costOf(spent: VmStatus['spent']): number | undefined {
  return spent?.unpriced.length === 0 ? spent.dollars : undefined;
}

const marks: Readonly<Record<Standing, string>> = {
  ready: mark.passed,
  running: mark.open,
  coming: mark.open,
  unknown: mark.unknown,
  failed: mark.failed,
  off: mark.failed,
};

const urgencies: Readonly<Record<Standing, number>> = {
  failed: 0,
  unknown: 0,
  off: 0,
  coming: 1,
  running: 1,
  ready: 2,
};
