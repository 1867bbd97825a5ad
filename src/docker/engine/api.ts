import type { IncomingMessage } from 'node:http';

import * as z from 'zod/mini';

import { readAnswer, tooLarge, unreadable } from '../../core/answers/answer';
import { parseJson } from '../../core/answers/json';
import { answerTime } from '../../core/answers/question';
import { trace } from '../../core/debug';
import { Failure } from '../../core/failure';
import { failureFrom } from './refusals';
import type { Connection } from './connection';
import { commandFailed } from '../../core/problems/program';
import { podmanAnswers } from '../problems/podman';
import { windowsContainers } from '../problems/windows-containers';

/** What the engine's API answered: the HTTP status, and what came with it. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

/** What an API is given besides the way to it. */
export interface ApiOptions {
  /** How many bytes an answer may have. */
  readonly limit: number;
  /** The failure for an engine that takes a question and does not answer, or whose answer never ends. */
  readonly silence: (question: string, seconds: string) => Failure;
  /** Asks the docker client, which throws the reason why the engine cannot be asked. */
  readonly explain: () => Promise<unknown>;
}

interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Milliseconds until an engine that cannot be reached counts as one. */
const connectTime = 10_000;

/** The memory that each piece of an answer takes besides its bytes: an answer may come one letter at a time. */
const pieceSize = 200;

/**
 * The API of one engine. Throws the docker client's reason when the engine cannot be asked; the failure of `silence`
 * when it does not answer; `answer-too-large` when an answer is longer than the limit; and the engine's own refusals.
 */
export class EngineApi {
  constructor(
    private readonly connection: Connection,
    private readonly options: ApiOptions,
  ) {}

  /** What the API gives for a path. Throws `answer-unreadable` where it has another form. */
  async get<T extends z.ZodMiniType>(path: string, form: T): Promise<z.output<T>> {
    return readAnswer(form, await this.need('GET', path), `GET ${path}`);
  }

  /** What the API gives for a path; undefined where there is no such thing. */
  async find<T extends z.ZodMiniType>(path: string, form: T): Promise<z.output<T> | undefined> {
    const text = await this.findText(path);
    return text === undefined ? undefined : readAnswer(form, text, `GET ${path}`);
  }

  /** The text that the API gives for a path; undefined where there is no such thing. */
  async findText(path: string): Promise<string | undefined> {
    const answer = await this.ask('GET', path);
    // An engine says `no such …` of what it lacks. Another server has no page of that path.
    const isMissing = answer.status === 404 && /no such/i.test(answer.text);
    return isMissing ? undefined : accepted(`GET ${path}`, answer);
  }

  /** What the API answers; throws when the engine refuses the question. */
  async need(method: Question['method'], path: string, body?: unknown): Promise<string> {
    return accepted(`${method} ${path}`, await this.ask(method, path, body));
  }

  /** What the API answers, whatever its status. */
  ask(method: Question['method'], path: string, body?: unknown): Promise<ApiAnswer> {
    const question = { method, path, body };
    return this.exchange(question, answerTime * 2, (response) =>
      readAll(response, nameOf(question), this.options.limit),
    );
  }

  /** Reads an answer of any length as it comes, for at most `time` milliseconds. */
  stream<T>(path: string, time: number, read: Reader<T>): Promise<T> {
    const question = { method: 'GET', path } as const;
    return this.exchange(question, time, async (response) => {
      const name = nameOf(question);
      if (response.statusCode !== 200)
        accepted(name, await readAll(response, name, this.options.limit));
      return read(response);
    });
  }

  /** Gives each line of an answer without an end to `onLine`, until `signal` aborts; throws the reason when the engine ends it. */
  async follow(path: string, onLine: (line: string) => void, signal: AbortSignal): Promise<void> {
    const question = { method: 'GET', path } as const;
    try {
      await this.exchange(question, undefined, async (response) => {
        const stop = () => response.destroy();
        signal.addEventListener('abort', stop);
        if (signal.aborted) stop();
        await eachLine(response, onLine);
        throw new Error('the stream ended');
      });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Asks, and reads the answer as it comes; the whole may take `time` milliseconds, when there is such a limit. */
  private exchange<T>(question: Question, time: number | undefined, read: Reader<T>): Promise<T> {
    let status = 0;
    const noting: Reader<T> = (response) => {
      status = response.statusCode ?? 0;
      return read(response);
    };
    const work = () => this.converse(question, time, noting);
    return trace('engine', [nameOf(question)], work, () => `HTTP ${status}`);
  }

  private async converse<T>(question: Question, time: number | undefined, read: Reader<T>) {
    const { method, path, body } = question;
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const { request, options } = this.connection;
    const asked = request({ ...options, method, path, headers });
    const name = nameOf(question);
    const silence = this.options.silence(name, String(answerTime / 1000));
    const timers: NodeJS.Timeout[] = [];
    try {
      return await new Promise<T>((resolve, reject) => {
        const silent = () => reject(silence);
        const untilHeard = setTimeout(silent, answerTime);
        timers.push(untilHeard, ...(time === undefined ? [] : [setTimeout(silent, time)]));
        asked.on('response', (response) => {
          // Every answer of an engine tells the system of its containers.
          if (response.headers['ostype'] === 'windows')
            return reject(new Failure(windowsContainers({})));
          // So does every answer of Podman, also to the questions of Docker's API.
          const podman = response.headers['libpod-api-version'];
          if (podman !== undefined)
            return reject(new Failure(podmanAnswers({ version: String(podman) })));
          if (time === undefined) clearTimeout(untilHeard);
          else response.on('data', () => untilHeard.refresh());
          read(response).then(resolve, reject);
        });
        // No engine sends interim answers, and each of them would restart the wait.
        asked.on('information', silent);
        asked.on('upgrade', (response, socket) => {
          socket.destroy();
          reject(unreadable(name, String(response.statusCode ?? '')));
        });
        asked.on('socket', (socket) => {
          const unreached = () => socket.connecting && reject(new Error('nobody listens'));
          timers.push(setTimeout(unreached, connectTime));
        });
        asked.on('error', reject);
        asked.end(text);
      });
    } catch (error) {
      if (error instanceof Failure) throw error;
      // The client knows best why an engine cannot be asked.
      await this.options.explain();
      const said = error instanceof Error ? error.message : String(error);
      throw new Failure(commandFailed({ command: name, said }));
    } finally {
      timers.forEach(clearTimeout);
      asked.destroy();
    }
  }
}

type Reader<T> = (response: IncomingMessage) => Promise<T>;

async function readAll(response: IncomingMessage, name: string, limit: number): Promise<ApiAnswer> {
  const said: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length + pieceSize;
    if (size > limit) throw tooLarge(name, limit);
    said.push(chunk);
  }
  return { status: response.statusCode ?? 0, text: Buffer.concat(said).toString() };
}

async function eachLine(response: IncomingMessage, onLine: (line: string) => void): Promise<void> {
  response.setEncoding('utf8');
  let rest = '';
  for await (const text of response as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.filter(Boolean).forEach(onLine);
  }
}

function nameOf({ method, path }: Question): string {
  return `${method} ${path.split('?')[0] ?? ''}`;
}

/** The text of an answer; throws the engine's own words when it refuses. */
function accepted(question: string, { status, text }: ApiAnswer): string {
  if (status >= 200 && status < 300) return text;
  throw failureFrom(messageOf(text) || `HTTP ${status}`, { command: question });
}

function messageOf(text: string): string {
  try {
    return z.object({ message: z.string() }).parse(parseJson(text)).message;
  } catch {
    return text;
  }
}
