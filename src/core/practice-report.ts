import { practiceMachine, practiceUnit } from './practice-machine';
import { unreadable } from './answers/answer';
import { Failure, lastLine } from './failure';
import { commandFailed } from './problems/program';

/** What a VM reports of itself. */
export interface VmReport {
  /** The last line of each step: `docker done`. */
  readonly steps: readonly string[];
  readonly ready: boolean;
  readonly failed: readonly string[];
  /** Whether its first boot or an installation is still running. */
  readonly isBusy: boolean;
  /** Seconds until it powers itself off; undefined where none is set. */
  readonly left?: number;
  /** The last lines of the first step that failed, or of its log. */
  readonly log: readonly string[];
}

const { steps, ready, failed, failedLog, log, deadlineCommand } = practiceMachine;
/** This file exists once cloud-init has ended. */
const booted = '/run/cloud-init/result.json';
/** What a VM is asked, as a line for its shell. */
export const question = [
  // This comes first: an installation that ends meanwhile must not look like one that was interrupted.
  `busy=$([ -e ${booted} ] && ! systemctl is-active --quiet ${practiceUnit} || echo busy)`,
  `cat ${steps} 2>/dev/null`,
  `echo --; [ -e ${ready} ] && echo yes`,
  `echo --; cat ${failed} 2>/dev/null`,
  `echo --; ${deadlineCommand} show 2>/dev/null`,
  `echo --; echo "$busy"`,
  `echo --; head -n 20 ${failedLog} 2>/dev/null || tail -n 5 ${log} 2>/dev/null; true`,
].join('; ');

/** The form of each line of a report. The student controls the machine, so the report may contain anything. */
const forms = {
  step: /^[\w.-]{1,40} (?:begun|done|failed(?: \d{1,3})?)$/,
  name: /^[\w.-]{1,40}$/,
  ready: /^yes$/,
  busy: /^busy$/,
} as const;
const mostLines = 100;

function checked(lines: readonly string[], form: RegExp): readonly string[] {
  const odd = lines.find((line) => !form.test(line)) ?? lines[mostLines];
  if (odd !== undefined) throw unreadable(steps, odd);
  return lines;
}

/** Reads a VM's answer to the question; throws its error output where the answer was cut off, and `answer-unreadable` where it has another form. */
export function readReport(text: string, stderr = ''): VmReport {
  const parts: string[][] = [[]];
  for (const line of text.split('\n'))
    if (line === '--' && parts.length < 6) parts.push([]);
    else if (line.trim()) parts.at(-1)?.push(line);
  // A missing part would look like an installation that has ended.
  if (parts.length < 6)
    throw new Failure(
      commandFailed({
        command: 'ssh',
        said: lastLine(stderr) || lastLine(text),
      }),
    );
  const [told = [], ready = [], failed = [], deadline = [], busy = [], log = []] = parts;
  const latest = new Map(checked(told, forms.step).map((line) => [stepName(line), line]));
  return {
    steps: [...latest.values()],
    ready: checked(ready, forms.ready).length > 0,
    failed: checked(failed, forms.name),
    isBusy: checked(busy, forms.busy).length > 0,
    ...readDeadline(deadline[0]),
    log,
  };
}

/** The seconds that are left, from the output of the deadline's own command; nothing where it prints none. */
export function readDeadline(line = ''): Pick<VmReport, 'left'> {
  const [, seconds] = /^\S{1,40} (-?\d{1,8})$/.exec(line.trim()) ?? [];
  const left = Number(seconds ?? NaN);
  return left >= -longestPast && left <= longestLeft ? { left } : {};
}

/** A deadline is at most so many seconds ahead; the VM's own command has the same limit. */
const longestLeft = 366 * 86_400;
/** A VM powers off within moments after its deadline. If its clock was corrected, the deadline may look a day old. */
const longestPast = 86_400;

/** The stages that a VM has reached: `ssh`, `docker done`, `minikube failed`. */
export function stagesOf({ steps }: VmReport): string[] {
  const ended = steps.filter((step) => step.endsWith(' done') || isFailedStep(step));
  return ['ssh', ...ended.map((step) => step.split(' ').slice(0, 2).join(' '))];
}

/** The name of the step that was last begun or ended; `-` before the first. */
export function lastStep(steps: readonly string[]): string {
  return stepName(steps.at(-1) ?? '-');
}

function stepName(line: string): string {
  return line.split(' ')[0] ?? '';
}

function isFailedStep(line: string): boolean {
  return line.split(' ')[1] === 'failed';
}
