import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** The answer of an HTTP server. */
export interface Told {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A question to an HTTP server: `GET /containers/json?all=true`, without the version of the API. */
export interface Asked {
  readonly line: string;
  readonly response: ServerResponse;
  /** Asks the honest server. */
  readonly honest: () => Promise<Told>;
}

/** Gives a false answer to a question; returns false where it does not answer. */
export type Lie = (asked: Asked) => boolean | Promise<boolean>;

/** A stand-in for a server at a socket: it passes questions on to the honest one, or answers with lies. */
export class LyingApi {
  /** The present lies; the first one that answers a question counts. */
  lies: readonly Lie[] = [];
  /** Every question since the lies were set. */
  readonly asked: string[] = [];
  private readonly server = createServer(
    (question, response) => void this.answer(question, response),
  );
  private readonly open = new Set<Duplex>();

  constructor(
    readonly socket: string,
    private readonly honestSocket: string,
  ) {
    this.server.on('connection', (way) => {
      this.open.add(way);
      way.on('error', () => undefined).on('close', () => this.open.delete(way));
    });
    this.server.on('upgrade', (question, way, head) => this.upgrade(question, way, head));
  }

  /** Begins to answer. */
  async listen(): Promise<void> {
    this.server.listen(this.socket);
    await once(this.server, 'listening');
  }

  /** Closes all connections, and stops answering. */
  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const way of this.open) way.destroy();
    await closed;
  }

  private async answer(question: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const line = `${question.method ?? ''} ${(question.url ?? '').replace(/^\/v[\d.]+\//, '/')}`;
    this.asked.push(line);
    let told: Promise<Told> | undefined;
    const honest = () => (told ??= this.honestly(question));
    for (const lie of this.lies) if (await lie({ line, response, honest })) return;
    if (told) {
      tell(response, await told);
      return;
    }
    try {
      const answer = await this.pass(question);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      await pipeline(answer, response);
    } catch {
      response.destroy();
    }
  }

  private async honestly(question: IncomingMessage): Promise<Told> {
    const answer = await this.pass(question);
    const { statusCode: status = 502, headers } = answer;
    return { status, type: headers['content-type'] ?? '', body: await text(answer) };
  }

  private async pass(question: IncomingMessage): Promise<IncomingMessage> {
    const { method, url: path } = question;
    // In one piece: an engine that has read all it needs closes the way, and a piece after that is an error.
    const body = await buffer(question);
    const { 'transfer-encoding': _, ...others } = question.headers;
    const headers = { ...others, 'content-length': body.length };
    const passed = request({ socketPath: this.honestSocket, method, path, headers, agent: false });
    // An engine that breaks off its answer is an error of the question, too; the answer reports it.
    passed.on('error', () => undefined);
    passed.end(body);
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    return answer;
  }

  private upgrade(question: IncomingMessage, way: Duplex, head: Buffer): void {
    const { method, url: path, headers } = question;
    const passed = request({ socketPath: this.honestSocket, method, path, headers, agent: false });
    passed.on('error', () => way.destroy());
    passed.on('upgrade', (answer, there, first) => {
      const fields = answer.rawHeaders.flatMap((name, at, all) =>
        at % 2 === 0 ? [`${name}: ${all[at + 1] ?? ''}`] : [],
      );
      way.write(`HTTP/1.1 101 UPGRADED\r\n${fields.join('\r\n')}\r\n\r\n`);
      way.write(first);
      there.on('error', () => way.destroy()).on('close', () => way.destroy());
      way.on('close', () => there.destroy());
      there.write(head);
      there.pipe(way).pipe(there);
    });
    passed.end();
  }
}

/** Sends an HTTP answer. */
export function tell(
  response: ServerResponse,
  { status, type, body }: Omit<Told, 'body'> & { readonly body: string | Buffer },
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
