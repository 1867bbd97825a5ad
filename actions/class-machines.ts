import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { practiceVm } from '../classes/fleet';
import { instructor } from '../classes/practice-vm';
import { practiceMachine } from '../labs/practice-machine';
import { Failure } from '../runtime/failure';
import { makePrivateFolder } from '../runtime/private-files';
import { run, type Finished } from '../runtime/process';
import { shellWord, sshArguments, sshFailure } from '../runtime/ssh-target';
import type { ClassSession } from './class-session';

/** A VM that is asked. */
export interface Reachable {
  readonly instance: string;
  readonly address: string;
}

/** What a VM tells of itself. */
export interface VmReport {
  /** The last line of each step: `docker done`. */
  readonly steps: readonly string[];
  readonly ready: boolean;
  readonly failed: readonly string[];
  /** Seconds until it powers itself off; undefined where none is set. */
  readonly left?: number;
  /** The last lines of its log. */
  readonly log: readonly string[];
}

const { steps, ready, failed, log, deadlineCommand } = practiceMachine;
const question = [
  `cat ${steps} 2>/dev/null`,
  `echo --; [ -e ${ready} ] && echo yes`,
  `echo --; cat ${failed} 2>/dev/null`,
  `echo --; ${deadlineCommand} show 2>/dev/null`,
  `echo --; tail -n 5 ${log} 2>/dev/null; true`,
].join('; ');

/** How long a VM may take to answer while somebody looks, in seconds. */
export const answerSeconds = 5;

/** The file of a VM's own key, by its instance: addresses come back. */
export async function hostsFile(
  { folder }: ClassSession,
  { instance }: Reachable,
): Promise<string> {
  const hosts = join(folder, 'known-hosts');
  await makePrivateFolder(hosts);
  return join(hosts, instance);
}

/** Runs a command on a VM as the instructor. */
async function onVm(
  session: ClassSession,
  vm: Reachable,
  words: readonly string[],
  seconds: number,
): Promise<Finished> {
  const target = { user: practiceVm.user, host: vm.address };
  const options = {
    identity: join(session.keyFolder, instructor),
    knownHosts: await hostsFile(session, vm),
    timeout: seconds,
  };
  const line = words.map(shellWord).join(' ');
  const done = await run('ssh', [...sshArguments(target, options), line], {
    timeout: seconds * 3_000,
  });
  if (done.code === 255 || done.code === 124) throw sshFailure(done.stderr, target, options);
  return done;
}

/** Asks a VM how far it is; throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
export async function askVm(
  session: ClassSession,
  vm: Reachable,
  seconds: number,
): Promise<VmReport> {
  const { stdout } = await onVm(session, vm, ['sh', '-c', question], seconds);
  return readReport(stdout);
}

/** Reads what a VM said to the question. */
export function readReport(text: string): VmReport {
  const parts: string[][] = [[]];
  for (const line of text.split('\n'))
    if (line === '--' && parts.length < 5) parts.push([]);
    else if (line.trim()) parts.at(-1)?.push(line);
  const [told = [], ready = [], failed = [], deadline = [], log = []] = parts;
  const latest = new Map(told.map((line) => [line.split(' ')[0] ?? '', line]));
  const left = Number(deadline[0]?.split(' ')[1]);
  return {
    steps: [...latest.values()],
    ready: ready.length > 0,
    failed,
    ...(Number.isFinite(left) ? { left } : {}),
    log,
  };
}

/** Moves the deadline of a VM by so many hours; says what the VM answered where it refused. */
export async function extendVm(
  session: ClassSession,
  vm: Reachable,
  hours: number,
): Promise<string | undefined> {
  const seconds = String(Math.round(hours * 3600));
  const { code, stdout, stderr } = await onVm(
    session,
    vm,
    ['sudo', deadlineCommand, 'extend', seconds],
    10,
  );
  return code === 0 ? undefined : (stderr || stdout).trim();
}

const pause = 5_000;

/**
 * Waits until a VM has installed everything, for at most so many minutes; `onStage` is told each step
 * once. Says why where it does not become ready.
 */
export async function waitUntilReady(
  session: ClassSession,
  vm: Reachable,
  minutes: number,
  onStage: (stage: string) => void,
): Promise<{ readonly ready: boolean; readonly said: readonly string[] }> {
  const told = new Set<string>();
  const tell = (stage: string) => {
    if (!told.has(stage)) onStage(stage);
    told.add(stage);
  };
  let said: readonly string[] = [];
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; await delay(pause)) {
    try {
      const report = await askVm(session, vm, 10);
      tell('ssh');
      report.steps.filter((step) => step.endsWith(' done')).forEach((step) => tell(step));
      if (report.ready) return { ready: true, said: [] };
      said = report.log;
      if (report.failed.length > 0) return { ready: false, said: [...report.failed, ...said] };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      said = [error.values['said'] || error.code];
    }
  }
  return { ready: false, said };
}
