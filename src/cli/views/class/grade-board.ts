import { join } from 'node:path';

import { gradeClass, type StudentGrade } from '../../../class/grade';
import { hostKeyFile } from '../../../class/vm/hosts';
import type { ClassSession } from '../../../class/session';
import { practiceVm } from '../../../class/config/fleet';
import { instructor } from '../../../class/config/practice-vm';
import type { Lab } from '../../../../labs/lab';
import type { Text } from '../../../core/text';
import { commandOf } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import type { Board } from './board';
import { where, whose, type Column } from './columns';
import { showTime } from '../../commands/check';
import { say } from '../../language';
import { problemJson } from '../problem';
import { exit, mark } from '../terminal';

/** The board of which students have passed a lab. */
export function gradeBoard(session: ClassSession, lab: Lab, seconds: number): Board<StudentGrade> {
  return {
    columns,
    roster: session.config.students.map(({ id }) => id),
    ask: (onRow) => gradeClass(session, lab, seconds, onRow),
    mark: ({ status }) => mark[status],
    urgency: ({ status }) => urgencies[status],
    problem: ({ status, problem }) => (status === 'unknown' ? problem : undefined),
    json: ({ problem, firstPassedAt = null, ...row }) => ({
      ...row,
      firstPassedAt,
      problem: problem ? problemJson(problem) : null,
    }),
    jsonOf: (students) => ({ class: session.fleet, lab: lab.id, students }),
    summary: (rows) => [sumOf(lab, rows), ...howToSee(session, lab, rows)],
    brief: (rows) => sumOf(lab, rows, Math.max(rows.length, session.config.students.length)),
    exitCode: gradeExit,
  };
}

/** Who is not as far as the others comes first; what stands in the way of an answer comes before that. */
const urgencies = { unknown: 0, failed: 1, passed: 2 } as const;

/** Like `dkkb check`: 1 when a student has not passed, else 3 when a VM did not answer. */
function gradeExit(rows: readonly StudentGrade[]): number {
  if (rows.some(({ status }) => status === 'failed')) return exit.failed;
  return rows.some(({ status }) => status === 'unknown') ? exit.cannot : exit.done;
}

const columns: readonly Column<StudentGrade>[] = [
  ...whose,
  {
    title: { ko: '결과', en: 'verdict' },
    key: 'status',
    value: ({ status }) => status,
    show: (row) => say(verdictOf(row)),
  },
  {
    title: { ko: '첫 문제', en: 'first problem' },
    key: 'problem',
    value: ({ problem }) => problem?.code,
  },
  {
    title: { ko: '처음 통과', en: 'first passed' },
    key: 'firstPassedAt',
    value: ({ firstPassedAt }) => firstPassedAt,
    show: ({ firstPassedAt }) => (firstPassedAt ? showTime(firstPassedAt) : '-'),
  },
  { key: where.key, value: where.value },
];

function verdictOf({ status, state }: StudentGrade): Text {
  if (status === 'passed') return { ko: '통과', en: 'passed' };
  if (status === 'failed') return { ko: '아직', en: 'not yet' };
  if (state === 'none') return { ko: 'VM 없음', en: 'no VM' };
  return { ko: '확인 못 함', en: 'cannot tell' };
}

function sumOf({ id }: Lab, rows: readonly StudentGrade[], all = rows.length): Text {
  const count = (wanted: StudentGrade['status']) =>
    rows.filter(({ status }) => status === wanted).length;
  const [passed, unknown] = [count('passed'), count('unknown')];
  return {
    ko: `${id}: ${all}명 중 ${passed}명 통과${unknown ? `, ${unknown}명은 확인하지 못함` : ''}`,
    en: `${id}: ${passed} of ${all} passed${unknown ? `, ${unknown} could not be asked` : ''}`,
  };
}

function howToSee(session: ClassSession, { id }: Lab, rows: readonly StudentGrade[]): Text[] {
  const one = rows.find(({ status }) => status === 'failed');
  if (!one?.address || !one.instance) return [];
  const files = {
    '--identity': join(session.keyFolder, instructor),
    '--known-hosts': hostKeyFile(session, one.instance),
  };
  const place = `ssh://${practiceVm.user}@${one.address}`;
  const command = typed(
    commandOf('dkkb', 'check', id, '--on', place, ...Object.entries(files).flat()),
  );
  return [
    {
      ko: `무엇이 틀렸는지 보려면 (${one.name}): ${command}`,
      en: `To see what is wrong (${one.name}): ${command}`,
    },
  ];
}
