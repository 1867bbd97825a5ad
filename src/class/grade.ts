import { join } from 'node:path';

import type { Problem } from '../core/problem';
import { practiceVm } from './config/fleet';
import type { Lab } from '../../labs/lab';
import { unreadable } from '../core/answers/answer';
import { readRecord } from '../core/machine/records';
import { loginTo, type Reachable } from './vm/hosts';
import { answerSeconds, asFailure } from './vm/machines';
import type { ClassSession } from './session';
import { reachableOf, vmsByStudent, type StudentVm } from './status';
import { gradeThere } from '../platforms/over-ssh';
import type { Verdict } from '../core/verdict';

/** The result of a student in a lab. */
export interface StudentGrade extends StudentVm {
  /** `unknown` where the VM was not asked, or did not answer. */
  readonly status: Verdict['status'];
  /** The first problem because of which it is not passed, or why the VM did not answer. */
  readonly problem?: Problem;
  readonly firstPassedAt?: string;
}

/** Checks a lab on all VMs of a class at once, each for at most so many seconds; `onGrade` gets each grade as soon as the VM has answered. */
export async function gradeClass(
  session: ClassSession,
  lab: Lab,
  seconds: number,
  onGrade: (grade: StudentGrade) => void,
): Promise<StudentGrade[]> {
  const students = await vmsByStudent(session);
  return Promise.all(
    students.map(async ({ vm, ...student }) => {
      const reachable = vm && reachableOf(vm);
      const grade: StudentGrade = reachable
        ? { ...student, ...(await gradeVm(session, lab, reachable, seconds)) }
        : { ...student, status: 'unknown' };
      onGrade(grade);
      return grade;
    }),
  );
}

type Grade = Pick<StudentGrade, 'status' | 'problem' | 'firstPassedAt'>;

async function gradeVm(
  session: ClassSession,
  lab: Lab,
  vm: Reachable,
  seconds: number,
): Promise<Grade> {
  // In a folder for the instance: tomorrow its address may belong to another student.
  const records = join(session.folder, 'records', vm.instance);
  try {
    const target = { user: practiceVm.user, host: vm.address };
    const options = { ...(await loginTo(session, vm)), timeout: answerSeconds, records, seconds };
    const [verdict] = await gradeThere([lab], target, options, () => undefined);
    if (!verdict) throw unreadable(lab.id, '');
    const { status, firstPassedAt, problems } = verdict;
    const [problem] = problems;
    return { status, ...(problem ? { problem } : {}), ...(firstPassedAt ? { firstPassedAt } : {}) };
  } catch (error) {
    const { problem } = asFailure(error, lab.id);
    // A record that cannot be read is already reported as the problem.
    const { firstPassedAt } = await readRecord(records, lab.id).catch(() => nothing);
    return { status: 'unknown', problem, ...(firstPassedAt ? { firstPassedAt } : {}) };
  }
}

const nothing: { readonly firstPassedAt?: string } = {};
