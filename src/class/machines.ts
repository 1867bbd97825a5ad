import { practiceVm } from './config/fleet';
import { practiceMachine, practiceSteps, practiceUnit } from '../core/practice-machine';
import { unreadable } from '../core/answers/answer';
import { Failure } from '../core/failure';
import type { Finished } from '../core/machine/process';
import { runOnce } from '../core/ssh/run-once';
import { loginTo, type Reachable } from './hosts';
import type { ClassSession } from './session';
import { question, readDeadline, readReport, type VmReport } from './vm-report';
import { commandFailed } from '../core/problems/program';

const { scripts, deadlineCommand } = practiceMachine;

/** How long a VM may take to answer while somebody looks, in seconds. */
export const answerSeconds = 5;

/** What was thrown while a VM was asked, as that VM's failure: no answer of one may end what is told of the others. */
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

/** Asks a VM how far it is; throws `ssh-unreachable`, `ssh-denied`, `ssh-host-changed` or `vm-host-key-unknown`. */
export async function askVm(
  session: ClassSession,
  vm: Reachable,
  seconds: number,
): Promise<VmReport> {
  const { stdout, stderr } = await onVm(session, vm, ['sh', '-c', question], seconds);
  return readReport(stdout, stderr);
}

/** How long, in seconds, a VM may take that is told to do something. */
const actSeconds = 30;

/** Moves the deadline of a VM by so many hours, and gives back how many are left then; throws what the VM said where it refused. */
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

/** Starts the installation of a VM once more, and comes back at once: it goes on there whatever becomes of this machine. */
export async function installAgain(session: ClassSession, vm: Reachable): Promise<void> {
  const unit = ['systemd-run', '--quiet', '--collect', `--unit=${practiceUnit}`];
  const script = ['bash', `${scripts}/practice-machine.sh`, ...practiceSteps];
  const { code, stderr } = await onVm(session, vm, ['sudo', ...unit, ...script], actSeconds);
  if (code !== 0) throw new Failure(commandFailed({ command: 'systemd-run', said: stderr.trim() }));
}
