import { practiceVm } from '../config/fleet';
import { practiceMachine, practiceSteps, practiceUnit } from '../../core/practice-machine';
import { unreadable } from '../../core/answers/answer';
import { Failure } from '../../core/failure';
import type { Finished } from '../../core/machine/process';
import { runOnce } from '../../core/ssh/run-once';
import { noteAnswer } from './answered';
import { loginTo, type Reachable } from './hosts';
import type { ClassSession } from '../session';
import { question, readDeadline, readReport, type VmReport } from '../../core/practice-report';
import { commandFailed } from '../../core/problems/program';

const { scripts, deadlineCommand } = practiceMachine;

/** How long a VM may take to answer a command that somebody waits for, in seconds. */
export const answerSeconds = 5;

/** An error while a VM was asked, as that VM's failure: the answer of one VM must not stop the report on the others. */
export function asFailure(error: unknown, question: string): Failure {
  return error instanceof Failure ? error : unreadable(question, String(error));
}

/** Runs a command on a VM as the instructor. */
async function onVm(
  session: ClassSession,
  vm: Reachable,
  words: readonly string[],
  timeout: number,
): Promise<Finished> {
  const target = { user: practiceVm.user, host: vm.address };
  return runOnce(target, { ...(await loginTo(session, vm)), timeout }, words);
}

/** Asks a VM how far its installation is; throws `ssh-unreachable`, `ssh-denied`, `ssh-host-changed` or `vm-host-key-unknown`. */
export async function askVm(
  session: ClassSession,
  vm: Reachable,
  seconds: number,
): Promise<VmReport> {
  const { stdout, stderr } = await onVm(session, vm, ['sh', '-c', question], seconds);
  const report = readReport(stdout, stderr);
  await noteAnswer(session, vm.instance);
  return report;
}

/** How long a VM may take to carry out a command, in seconds. */
const actSeconds = 30;

/** Moves the deadline of a VM by so many hours, and returns how many are left then; throws the VM's message where it refuses. */
export async function extendVm(
  session: ClassSession,
  vm: Reachable,
  hours: number,
): Promise<number> {
  const words = ['sudo', deadlineCommand, 'extend', String(Math.round(hours * 3600))];
  const { code, stdout, stderr } = await onVm(session, vm, words, actSeconds);
  if (code !== 0)
    throw new Failure(commandFailed({ command: deadlineCommand, said: stderr.trim() }));
  const { left } = readDeadline(stdout);
  if (left === undefined)
    throw new Failure(commandFailed({ command: deadlineCommand, said: stdout.trim() || '-' }));
  return left / 3600;
}

/** Starts the installation of a VM once more, and returns at once: the installation continues there without this machine. */
export async function installAgain(session: ClassSession, vm: Reachable): Promise<void> {
  const unit = ['systemd-run', '--quiet', '--collect', `--unit=${practiceUnit}`];
  const script = ['bash', `${scripts}/practice-machine.sh`, ...practiceSteps];
  const { code, stderr } = await onVm(session, vm, ['sudo', ...unit, ...script], actSeconds);
  if (code !== 0) throw new Failure(commandFailed({ command: 'systemd-run', said: stderr.trim() }));
}
