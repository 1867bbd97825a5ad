import { posix } from 'node:path';

import { Failure } from '../core/failure';
import { engineFolder } from '../core/machine/paths';
import { remoteFolderMissing } from '../core/problems/other-machine';
import { openRemoteMachine, type RemoteMachine } from '../core/ssh/remote-machine';
import { openConnection, type SshConnection } from '../core/ssh/ssh';
import type { SshOptions, SshTarget } from '../core/ssh/ssh-target';
import type { ComputerSession } from '../computer/grade';
import type { Session } from '../docker/verbs/session';
import type { ClusterSession } from '../kubernetes/verbs/session';
import { openEngineOver } from '../docker/engine/over-ssh';

/** How a machine is reached, and where on it the work is. */
export interface MachineOptions extends SshOptions {
  /** The folder of the reader's files, relative to the user's home folder. */
  readonly dir?: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience?: number;
  readonly context?: string;
  readonly namespace?: string;
  /**
   * The folder of what is remembered of the labs there.
   * @default one by the address
   */
  readonly records?: string;
}

/** Another machine that is reached by SSH, until its connection is closed. */
export interface OtherMachine {
  readonly connection: SshConnection;
  /** Its address. */
  readonly name: string;
  readonly dir: string;
  readonly machine: RemoteMachine;
  readonly options: MachineOptions;
}

/** Opens another machine over a connection. Throws `remote-folder-missing` for a folder that is not there. */
export async function openOtherMachine(
  connection: SshConnection,
  target: SshTarget,
  options: MachineOptions,
): Promise<OtherMachine> {
  const machine = await openRemoteMachine(connection);
  const dir = posix.resolve(machine.home, options.dir ?? '');
  if (options.dir !== undefined && (await machine.outside.files.kind(dir)) !== 'folder')
    throw new Failure(remoteFolderMissing({ folder: dir }));
  return { connection, name: nameOf(target), dir, machine, options };
}

/** Opens another machine; throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
export async function connectTo(target: SshTarget, options: MachineOptions): Promise<OtherMachine> {
  const connection = await openConnection(target, options);
  try {
    return await openOtherMachine(connection, target, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The labs of that machine's engine. */
export async function engineSessionOn(
  { connection, name, dir, machine, options }: OtherMachine,
  patience: number,
): Promise<Session> {
  const engine = await openEngineOver(connection, machine);
  const { outside, hands } = machine;
  return { folder: options.records ?? engineFolder(name), dir, patience, engine, outside, hands };
}

/** The labs of the cluster that the kubectl of that machine uses. */
export async function clusterSessionOn(
  { name, dir, machine, options }: OtherMachine,
  patience: number,
): Promise<ClusterSession> {
  const { openClusterOf } = await import('../kubernetes/verbs/session');
  const { context, namespace, records } = options;
  const named = { ...(context ? { context } : {}), ...(namespace ? { namespace } : {}) };
  const session = await openClusterOf(name, machine, { dir, patience }, named);
  return records === undefined ? session : { ...session, folder: records };
}

/** The labs about that machine itself. */
export function computerSessionOn({ name, dir, machine, options }: OtherMachine): ComputerSession {
  return { folder: options.records ?? engineFolder(name), dir, outside: machine.outside };
}

function nameOf({ user, host, port = 22 }: SshTarget): string {
  return `ssh://${user ? `${user}@` : ''}${host}:${port}`;
}
