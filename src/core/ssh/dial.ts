import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Duplex, Writable } from 'node:stream';

import { traceChild } from '../debug';

/** How a program connects questions to where they go. */
export interface Dialer {
  /** The program whose standard input and output lead to a question's host and port. */
  readonly words: (to: ClientRequestArgs) => readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The reason why nothing can be asked, from the exit code and the error output of the program; undefined where only nobody listens. */
  readonly failure?: (code: number | null, said: string) => Error | undefined;
}

/** How many characters are kept of a program's error output. */
const mostSaid = 10_000;

/** Sends each HTTP question through a program that is started for it, or, with `keepAlive`, through one that is free. */
export class DialAgent extends Agent {
  constructor(
    private readonly dialer: Dialer,
    options: AgentOptions,
  ) {
    super(options);
  }

  override createConnection(to: ClientRequestArgs): Duplex {
    const words = this.dialer.words(to);
    const [program = '', ...args] = words;
    const env = { ...process.env, ...this.dialer.env };
    const child = spawn(program, args, { stdio: 'pipe', env });
    traceChild(words, child);
    const readable = outputOf(child, this.dialer.failure);
    const connection = Duplex.from({ readable, writable: inputOf(child) });
    child.on('error', (error) => connection.destroy(error));
    // A request reports its errors itself. Errors after it are ignored.
    connection.on('error', () => undefined);
    connection.on('close', () => child.kill());
    return connection;
  }

  // Node would change the settings of a network socket, which these connections are not.
  override keepSocketAlive(): boolean {
    return true;
  }
  override reuseSocket(): void {
    return;
  }
}

type Talking = ChildProcessWithoutNullStreams;

/** Gives a program its input. That it reads no more is no reason of its own: its end tells why. */
function inputOf({ stdin }: Talking): Writable {
  stdin.on('error', () => undefined);
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => void stdin.write(chunk, () => done()),
    final: (done) => void stdin.end(() => done()),
  });
}

/** What a program says; throws the reason behind it when the program failed. */
async function* outputOf(child: Talking, failure: Dialer['failure']): AsyncGenerator<Buffer> {
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-mostSaid);
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  ended.catch(() => undefined);
  yield* child.stdout as AsyncIterable<Buffer>;
  const [code] = await ended;
  const reason = failure?.(code, said);
  if (reason) throw reason;
}
