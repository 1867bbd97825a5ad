import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { endOf } from '../core/answers/bounds';
import { Failure, lastLine } from '../core/failure';
import { practiceMachine, practiceSteps, practiceUnit } from '../core/practice-machine';
import { lastStep, question, readReport, stagesOf, type VmReport } from '../core/practice-report';
import { greetsAsSsh } from '../core/ssh/greets';
import { runOnce } from '../core/ssh/run-once';
import { accessOf, sshOptionsOf } from './access';
import { vmFile } from './place';
import { vmNoSsh, vmSetupFailed, vmSetupLate, vmSetupStopped } from './problems/start';
import type { VmRecord } from './record';

/** How long is waited, and who is told what. */
export interface Waiting {
  readonly minutes: number;
  /**
   * When the waiting ends, as Date.now() tells it.
   * @default the minutes from now on
   */
  readonly end?: number | undefined;
  /** Why the VM is off; undefined while it runs. */
  readonly ended: () => Promise<Failure | undefined>;
  readonly onStage: (stage: string) => void;
}

/** Milliseconds between two looks at the port of SSH or at the program that runs the VM, and between two questions to the VM: each login slows the installation down. */
const pauses = { port: 300, login: 1_000, question: 8_000, ended: 2_000 };
/** Seconds that an emulated VM may need for a login. */
const loginSeconds = 25;

/** Runs a command in the VM. */
export function inVm(record: VmRecord, words: readonly string[], timeout = loginSeconds) {
  const access = accessOf(record);
  return runOnce(access.target, { ...sshOptionsOf(access), timeout }, words);
}

/** Waits until the VM lets its user in; throws `vm-no-ssh`, or why the VM is off. */
export async function waitForSsh(record: VmRecord, waiting: Waiting): Promise<void> {
  const { minutes, ended, end = Date.now() + minutes * 60_000 } = waiting;
  for (let said = 'no answer'; ;) {
    const off = await ended();
    if (off) throw off;
    if (Date.now() > end) throw await noSsh(minutes, said);
    if (!(await greetsAsSsh(record.sshPort, bannerTime))) {
      await delay(pauses.port);
      continue;
    }
    const refused = await inVm(record, ['true']).then(() => undefined, asFailure);
    if (refused === undefined) return;
    // Another machine's key is none of the troubles of a start.
    if (refused.code === 'ssh-host-changed' || refused.code === 'program-missing') throw refused;
    said = refused.values['said'] ?? refused.code;
    await delay(pauses.login);
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** How long an SSH server may take to say its name, in milliseconds. */
const bannerTime = 5_000;

const mostConsole = 2_000;

async function noSsh(minutes: number, said: string): Promise<Failure> {
  const file = vmFile('console');
  const log = endOf(await readFile(file, 'utf8').catch(() => ''), mostConsole);
  return new Failure(vmNoSsh({ minutes: String(minutes), said, file, log }));
}

/** Asks the VM how far its installation is. */
export async function reportOf(record: VmRecord): Promise<VmReport> {
  const { stdout, stderr } = await inVm(record, ['sh', '-c', question]);
  return readReport(stdout, stderr);
}

/** Waits until everything is installed in the VM; throws `vm-setup-failed`, `vm-setup-stopped` or `vm-setup-late`. With `retry`, what is missing is installed once more. */
export async function waitUntilReady(
  record: VmRecord,
  waiting: Waiting,
  retry: boolean,
): Promise<void> {
  const { minutes, ended, onStage, end = Date.now() + minutes * 60_000 } = waiting;
  const told = new Set<string>();
  for (let mayRetry = retry; ;) {
    const report = await reportOf(record).catch(asFailure);
    if (!(report instanceof Failure)) {
      for (const stage of stagesOf(report)) if (!told.has(stage)) onStage(stage);
      stagesOf(report).forEach((stage) => told.add(stage));
      if (report.ready) return;
      if (!report.isBusy && !mayRetry) throw stopped(report);
      if (!report.isBusy) {
        await installAgain(record);
        mayRetry = false;
      }
    }
    const off = await ended();
    if (off) throw off;
    if (Date.now() > end) throw late(report, minutes);
    await delay(Math.min(pauses.question, Math.max(1, end - Date.now() + 1)));
  }
}

async function installAgain(record: VmRecord): Promise<void> {
  const unit = ['systemd-run', '--quiet', '--collect', `--unit=${practiceUnit}`];
  const script = ['bash', `${practiceMachine.scripts}/practice-machine.sh`, ...practiceSteps];
  await inVm(record, ['sudo', ...unit, ...script]);
}

function stopped({ failed, steps, log }: VmReport): Failure {
  const values = { log: log.join('\n') };
  return failed.length > 0
    ? new Failure(vmSetupFailed({ ...values, steps: failed.join(', ') }))
    : new Failure(vmSetupStopped({ ...values, step: lastStep(steps) }));
}

function late(report: VmReport | Failure, minutes: number): Failure {
  const [step, log] =
    report instanceof Failure
      ? [lastLine(report.values['said'] ?? report.code), '']
      : [lastStep(report.steps), report.log.join('\n')];
  return new Failure(vmSetupLate({ minutes: String(minutes), step, log }));
}
