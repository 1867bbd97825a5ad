import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { HttpWay } from '../../src/core/answers/http';
import { quote } from '../../src/core/shell/posix';
import { tell } from './lying-api';
import type { Namespace } from '../engine/namespace';

interface Recorded {
  /** An exit code, or the status of an HTTP answer. */
  readonly code: number;
  readonly said: Buffer;
  readonly errors: string;
}

/** Changes an answer before it is given. */
export type Change = (said: Buffer) => Buffer;

/**
 * A stand-in for the SSH connection to a student's machine: it records each answer of the machine once, and gives it
 * again with changes. Without an SSH connection, asking a thousand machines takes as long as asking a few.
 */
export class ReplayedMachine {
  /** The change of the answers; undefined while the machine itself is asked. */
  change: Change | undefined;
  private readonly known = new Map<string, Recorded>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'dkkb-replay-'));
  private readonly sockets = new Map<string, Promise<string>>();
  private readonly servers: ReturnType<typeof createServer>[] = [];

  constructor(
    private readonly student: Namespace,
    private readonly engine: string,
    private readonly home: string,
  ) {}

  readonly run = async (
    program: string,
    args: readonly string[],
    { input }: { readonly input?: string } = {},
  ) => {
    const { code, said, errors } = await this.answerOf(lineOf(program, args), input);
    return { code, stdout: said.toString(), stderr: errors };
  };

  readonly need = async (program: string, args: readonly string[]): Promise<string> =>
    (await this.run(program, args)).stdout;

  /** A socket here that gives the HTTP answers of a socket or a port there. */
  readonly wayToPort = async (there: string): Promise<HttpWay> => {
    const known = this.sockets.get(there) ?? this.serve(there);
    this.sockets.set(there, known);
    return { socketPath: await known, agent: false };
  };
  readonly wayToSocket = this.wayToPort;

  mustBeOpen(): Promise<void> {
    return Promise.resolve();
  }

  private given(known: Recorded): Recorded {
    return this.change ? { ...known, said: this.change(known.said) } : known;
  }

  private async answerOf(line: string, input?: string): Promise<Recorded> {
    const known = this.known.get(line);
    if (known) return this.given(known);
    if (this.change) return { code: 1, said: Buffer.alloc(0), errors: 'no such thing' };
    const child = this.student.spawn('bash', ['-c', line], {
      cwd: this.home,
      env: { HOME: this.home },
      ...(input === undefined ? {} : { input }),
    });
    const ended = once(child, 'close');
    const [said, errors] = await Promise.all([
      child.stdout ? buffer(child.stdout) : Buffer.alloc(0),
      child.stderr ? buffer(child.stderr) : Buffer.alloc(0),
    ]);
    const [code] = (await ended) as [number];
    const recorded = { code, said, errors: errors.toString() };
    this.known.set(line, recorded);
    return recorded;
  }

  private async serve(there: string): Promise<string> {
    const socket = join(this.folder, `${String(this.servers.length)}.sock`);
    const server = createServer((asked, response) => {
      response.on('error', () => undefined);
      const key = `${there} ${asked.method ?? ''} ${(asked.url ?? '').replace(/until=.*/, '')}`;
      void this.httpAnswer(key, there, asked).then(({ code, said }) =>
        tell(response, { status: code, type: 'application/json', body: said }),
      );
    });
    this.servers.push(server);
    server.listen(socket);
    await once(server, 'listening');
    return socket;
  }

  private async httpAnswer(key: string, there: string, asked: IncomingMessage): Promise<Recorded> {
    const known = this.known.get(key);
    if (known) return this.given(known);
    if (this.change)
      return { code: 404, said: Buffer.from('{"message":"no such thing"}'), errors: '' };
    const { method, url: path } = asked;
    // Anything but the engine's socket is a port, and no program listens there.
    if (!there.endsWith('.sock'))
      return { code: 404, said: Buffer.from('<title>page</title>'), errors: '' };
    const socketPath = this.engine;
    const passed = request({ socketPath, method, path, agent: false });
    passed.end();
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    const recorded = { code: answer.statusCode ?? 0, said: await buffer(answer), errors: '' };
    this.known.set(key, recorded);
    return recorded;
  }

  /** Ends it, and removes its files. */
  stop(): void {
    for (const server of this.servers) server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function lineOf(program: string, args: readonly string[]): string {
  return [program, ...args].map(quote).join(' ');
}
