import { posix } from 'node:path';

import type { Problem } from '../checks/check';
import { groundOf, type Lab } from '../labs/lab';
import { lookAtEngine } from '../runtime/engine';
import { engineFolder } from '../runtime/paths';
import { engineOf, openRemote } from '../runtime/remote';
import { SshConnection } from '../runtime/ssh';
import type { SshOptions, SshTarget } from '../runtime/ssh-target';
import { grade } from './grade';
import type { Outside } from './session';
import type { Verdict } from './verdict';

/** How a machine is reached, and where on it the work is. */
export interface RemoteOptions extends SshOptions {
  /** The folder of the reader's files, from the one in which the user begins. */
  readonly dir?: string;
  readonly context?: string;
  readonly namespace?: string;
}

interface There {
  readonly connection: SshConnection;
  readonly name: string;
  readonly dir: string;
  readonly outside: Outside;
}

type OnWaiting = (problem: Problem) => void;

/** Grades labs on the engine and the cluster of a machine that is reached by SSH, then ends the connection; the verdicts in the order of the labs. */
export async function gradeThere(
  labs: readonly Lab[],
  target: SshTarget,
  options: RemoteOptions,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  const connection = await SshConnection.open(target, options);
  try {
    const { home, ...outside } = await openRemote(connection);
    const dir = posix.resolve(home, options.dir ?? '');
    const there = { connection, name: nameOf(target), dir, outside };
    const done = (ground: ReturnType<typeof groundOf>) =>
      labs.filter((lab) => groundOf(lab) === ground);
    const verdicts = await Promise.all([
      onEngine(done('docker'), there, onWaiting),
      onCluster(done('kubernetes'), there, options, onWaiting),
    ]);
    const byLab = new Map(verdicts.flat().map((verdict) => [verdict.lab, verdict]));
    return labs.flatMap((lab) => byLab.get(lab) ?? []);
  } finally {
    await connection.close();
  }
}

async function onEngine(
  labs: readonly Lab[],
  { connection, name, dir, outside }: There,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  const engine = await engineOf(connection);
  const before = process.env['DOCKER_HOST'];
  // The docker client and the API of this process then mean that engine.
  process.env['DOCKER_HOST'] = engine;
  try {
    const look = () => ({ ...lookAtEngine(engine), isLocal: false });
    const session = { folder: engineFolder(name), dir, patience: 0, look, outside };
    return await grade(labs, session, onWaiting);
  } finally {
    if (before === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = before;
  }
}

async function onCluster(
  labs: readonly Lab[],
  { name, dir, outside }: There,
  { context, namespace }: RemoteOptions,
  onWaiting: OnWaiting,
): Promise<Verdict[]> {
  if (labs.length === 0) return [];
  const [{ openClusterOf }, { grade }] = await Promise.all([
    import('./kubernetes/session'),
    import('./kubernetes/grade'),
  ]);
  const named = { ...(context ? { context } : {}), ...(namespace ? { namespace } : {}) };
  return grade(labs, await openClusterOf(name, dir, outside, named), onWaiting);
}

function nameOf({ user, host, port = 22 }: SshTarget): string {
  return `ssh://${user ? `${user}@` : ''}${host}:${port}`;
}
