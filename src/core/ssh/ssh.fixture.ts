import { once } from 'node:events';
import { connect, type NetConnectOpts } from 'node:net';

import { Failure } from '../failure';
import { isPortFree } from '../machine/ports';
import { SshConnection } from './ssh';
import type { SshOptions, SshTarget } from './ssh-target';

/** What is done over a connection. */
export interface Asked {
  readonly target: SshTarget;
  readonly options: SshOptions;
  /** A line for the shell there. */
  readonly line?: string;
  /** The limits of the line: its milliseconds and the bytes of its output. */
  readonly limits?: { readonly timeout?: number; readonly limit?: number };
  /** Where a socket is to lead. */
  readonly socketTo?: string;
  /** Ports of this machine that nobody may listen on meanwhile. */
  readonly ports: readonly number[];
}

/** The result, as plain data; printed by the test's own process. */
export interface Told {
  readonly stdout?: string;
  readonly socket?: string;
  readonly taken?: readonly number[];
  readonly code?: string;
  readonly values?: Readonly<Record<string, string>>;
}

async function greeting(where: NetConnectOpts): Promise<string> {
  const end = connect(where);
  const [said] = (await once(end, 'data')) as [Buffer];
  end.destroy();
  return String(said);
}

async function over(
  connection: SshConnection,
  { line, limits, socketTo, ports }: Asked,
): Promise<Told> {
  const there = line === undefined ? undefined : await connection.run('sh', ['-c', line], limits);
  const path = socketTo === undefined ? undefined : await connection.socketTo(socketTo);
  const free = await Promise.all(ports.map(isPortFree));
  return {
    taken: ports.filter((_port, at) => !free[at]),
    ...(there ? { stdout: there.stdout } : {}),
    ...(path === undefined ? {} : { socket: await greeting({ path }) }),
  };
}

async function tell(asked: Asked): Promise<Told> {
  try {
    const connection = await SshConnection.open(asked.target, asked.options);
    return await over(connection, asked).finally(() => connection.close());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, values: error.values };
  }
}

tell(JSON.parse(process.argv[2] ?? '') as Asked).then(
  (told) => process.stdout.write(JSON.stringify(told)),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
