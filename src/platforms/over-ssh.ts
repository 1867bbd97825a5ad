import { unreadable } from '../core/answers/answer';
import { Failure } from '../core/failure';
import type { Problem } from '../core/problem';
import { remoteCheckSlow } from '../core/problems/remote';
import { openConnection } from '../core/ssh/ssh';
import type { SshTarget } from '../core/ssh/ssh-target';
import type { Verdict } from '../core/verdict';
import type { DockerLab } from '../docker/lab';
import { grade } from '../docker/verbs/grade';
import type { KubernetesLab } from '../kubernetes/lab';
import {
  isForCluster,
  isForComputer,
  isForDocker,
  type ClusterProbe,
  type ComputerProbe,
  type DockerProbe,
  type Lab,
} from '../../labs/lab';
import {
  clusterSessionOn,
  computerSessionOn,
  engineSessionOn,
  openOtherMachine,
  type MachineOptions,
  type OtherMachine,
} from './other-machine';

/** How a machine is reached, where on it the work is, and how long its checks may take. */
export interface RemoteOptions extends Omit<MachineOptions, 'patience'> {
  /**
   * Seconds that the checks of all labs may take together.
   * @default 300
   */
  readonly seconds?: number;
}

type OnWaiting = (problem: Problem) => void;

/** Grades labs on the engine and the cluster of a machine that is reached by SSH, then ends the connection; the verdicts in the order of the labs. Throws `remote-check-slow` where it takes too long. */
export async function gradeThere(
  labs: readonly Lab[],
  target: SshTarget,
  options: RemoteOptions,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  const { seconds = 300 } = options;
  const signal = AbortSignal.timeout(seconds * 1_000);
  const graded = gradeUntil(signal, labs, target, options, onWaiting);
  try {
    // The time limit counts, whatever is still waited for there.
    return await Promise.race([graded, aborted(signal)]);
  } catch (error) {
    // The checks that the time limit interrupted say nothing of their own.
    if (!signal.aborted) throw error;
    throw new Failure(remoteCheckSlow({ host: target.host, seconds: String(seconds) }));
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the time is over')));
  });
}

async function gradeUntil(
  signal: AbortSignal,
  labs: readonly Lab[],
  target: SshTarget,
  options: RemoteOptions,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  const connection = await openConnection(target, options);
  const close = () => void connection.close();
  signal.addEventListener('abort', close);
  try {
    signal.throwIfAborted();
    const there = await openOtherMachine(connection, target, options);
    // One line for each kind of place: which labs are graded there, and how.
    const verdicts = await Promise.all([
      guarded(labs.filter(isForDocker), (some) => onEngine(some, there, onWaiting)),
      guarded(labs.filter(isForCluster), (some) => onCluster(some, there, onWaiting)),
      guarded(labs.filter(isForComputer), (some) => onComputer(some, there)),
    ]);
    const byLab = new Map(verdicts.flat().map((verdict) => [verdict.lab, verdict]));
    return labs.flatMap((lab) => byLab.get(lab) ?? []);
  } finally {
    signal.removeEventListener('abort', close);
    await connection.close();
  }
}

/** Grades labs; when an answer breaks the program that reads it, grades each lab alone, so that the other labs get their verdicts. */
async function guarded<L extends Lab>(
  labs: readonly L[],
  gradeSome: (labs: readonly L[]) => Promise<Verdict[]>,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  try {
    return await gradeSome(labs);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (labs.length > 1)
      return (await Promise.all(labs.map((lab) => guarded([lab], gradeSome)))).flat();
    // The error of the program that reads the answer does not help the user.
    const problems = [unreadable('check', 'unexpected form').problem];
    return labs.map((lab) => ({ ...untold, lab, problems }));
  }
}

const untold = { status: 'unknown', items: [], notes: [], unanswered: [] } as const;

async function onEngine(
  labs: readonly (DockerLab | DockerProbe)[],
  there: OtherMachine,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  return grade(labs, await engineSessionOn(there, 0), onWaiting);
}

async function onCluster(
  labs: readonly (KubernetesLab | ClusterProbe)[],
  there: OtherMachine,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  const { grade } = await import('../kubernetes/verbs/grade');
  return grade(labs, await clusterSessionOn(there, 0), onWaiting);
}

async function onComputer(labs: readonly ComputerProbe[], there: OtherMachine): Promise<Verdict[]> {
  const { gradeComputer } = await import('../computer/grade');
  return gradeComputer(labs, computerSessionOn(there));
}
