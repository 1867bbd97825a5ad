import { Failure } from '../failure';
import { isPortFree } from '../machine/ports';
import { askOnceThrough, type HttpAnswer } from '../answers/http';
import { openConnection, type SshConnection } from './ssh';
import type { SshOptions, SshTarget } from './ssh-target';

/** What is done over a connection. */
export interface Asked {
  readonly target: SshTarget;
  readonly options: SshOptions;
  /** A line for the shell there. */
  readonly line?: string;
  /** The limits of the line: its milliseconds and the bytes of its output. */
  readonly limits?: { readonly timeout?: number; readonly limit?: number };
  /** A page that is asked for, of a port there. */
  readonly page?: string;
  /** A socket there that is asked for its first page. */
  readonly socket?: string;
  /** Ports of this machine that nobody may listen on meanwhile. */
  readonly ports: readonly number[];
}

/** The result, as plain data; printed by the test's own process. */
export interface Told {
  readonly stdout?: string;
  readonly answers?: readonly HttpAnswer[];
  readonly taken?: readonly number[];
  readonly code?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The program that leads from its standard input to a socket there. */
const dialer = (path: string) => {
  const script =
    's = require("net").connect(process.argv[1]); process.stdin.pipe(s).pipe(process.stdout)';
  return [process.execPath, '-e', script, path];
};

async function askedOver(connection: SshConnection, { page, socket }: Asked) {
  const pages = askOnceThrough((port, host) => connection.wayToPort(`${host}:${port}`));
  const first = page === undefined ? [] : [await pages(page)];
  if (socket === undefined) return first;
  const way = await connection.wayToSocket(socket, dialer(socket));
  const ask = askOnceThrough(() => Promise.resolve(way));
  // The second question may take the connection of the first.
  return [...first, await ask('http://localhost/'), await ask('http://localhost/')];
}

async function over(connection: SshConnection, asked: Asked): Promise<Told> {
  const { line, limits, ports } = asked;
  const there = line === undefined ? undefined : await connection.run('sh', ['-c', line], limits);
  const answers = await askedOver(connection, asked);
  const free = await Promise.all(ports.map(isPortFree));
  return {
    taken: ports.filter((_port, at) => !free[at]),
    ...(there ? { stdout: there.stdout } : {}),
    ...(answers.length > 0 ? { answers } : {}),
  };
}

async function tell(asked: Asked): Promise<Told> {
  try {
    const connection = await openConnection(asked.target, asked.options);
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
