import { posix } from 'node:path';

import type { Problem } from '../core/problem';
import {
  isForCluster,
  isForComputer,
  isForDocker,
  type ClusterProbe,
  type ComputerProbe,
  type DockerProbe,
  type Lab,
} from '../../labs/lab';
import type { DockerLab } from '../docker/lab';
import type { KubernetesLab } from '../kubernetes/lab';
import { unreadable } from '../core/answers/answer';
import { Failure } from '../core/failure';
import { engineFolder } from '../core/machine/paths';
import { openEngineOver } from '../docker/engine/over-ssh';
import { openRemoteMachine, type RemoteMachine } from '../core/ssh/remote-machine';
import { openConnection, type SshConnection } from '../core/ssh/ssh';
import type { SshOptions, SshTarget } from '../core/ssh/ssh-target';
import { grade } from '../docker/verbs/grade';
import type { Verdict } from '../core/verdict';
import { remoteCheckSlow } from '../core/problems/remote';

/** How a machine is reached, and where on it the work is. */
export interface RemoteOptions extends SshOptions {
  /** The folder of the reader's files, relative to the user's home folder. */
  readonly dir?: string;
  readonly context?: string;
  readonly namespace?: string;
  /**
   * The folder of what is remembered of the labs there.
   * @default one by the address
   */
  readonly records?: string;
  /**
   * Seconds that the checks of all labs may take together.
   * @default 300
   */
  readonly seconds?: number;
}

interface There {
  readonly connection: SshConnection;
  readonly name: string;
  readonly dir: string;
  readonly machine: RemoteMachine;
  readonly records: string | undefined;
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
    const machine = await openRemoteMachine(connection);
    const dir = posix.resolve(machine.home, options.dir ?? '');
    const { records } = options;
    const there = { connection, name: nameOf(target), dir, machine, records };
    const verdicts = await Promise.all([
      guarded(labs.filter(isForDocker), (some) => onEngine(some, there, onWaiting)),
      guarded(labs.filter(isForCluster), (some) => onCluster(some, there, options, onWaiting)),
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
  { connection, name, dir, machine, records }: There,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  const engine = await openEngineOver(connection, machine);
  const folder = records ?? engineFolder(name);
  const session = { folder, dir, patience: 0, engine, outside: machine.outside };
  return grade(labs, session, onWaiting);
}

async function onCluster(
  labs: readonly (KubernetesLab | ClusterProbe)[],
  { name, dir, machine, records }: There,
  { context, namespace }: RemoteOptions,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  const [{ openClusterOf }, { grade }] = await Promise.all([
    import('../kubernetes/verbs/session'),
    import('../kubernetes/verbs/grade'),
  ]);
  const named = { ...(context ? { context } : {}), ...(namespace ? { namespace } : {}) };
  const session = await openClusterOf(name, dir, machine.outside, named);
  return grade(labs, { ...session, folder: records ?? session.folder }, onWaiting);
}

async function onComputer(
  labs: readonly ComputerProbe[],
  { name, dir, machine, records }: There,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  const { gradeComputer } = await import('../computer/grade');
  return gradeComputer(labs, {
    folder: records ?? engineFolder(name),
    dir,
    outside: machine.outside,
  });
}

function nameOf({ user, host, port = 22 }: SshTarget): string {
  return `ssh://${user ? `${user}@` : ''}${host}:${port}`;
}
