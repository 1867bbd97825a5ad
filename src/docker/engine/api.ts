import { request } from 'node:http';

import type * as z from 'zod/mini';

import { answerLimit, readAnswer, tooLarge, unreadable } from '../../core/answers/answer';
import { dockerHost, engineElsewhere } from './chosen-engine';
import { engineEndpoint } from './endpoint';
import { trace } from '../../core/debug';
import { Failure } from '../../core/failure';
import { answerTime } from '../../core/answers/question';
import { remoteEngineSilent } from '../../core/problems/remote';
import { engineNotAnswering } from '../problems/engine';

/** What the engine's API answered: the HTTP status, and what came with it. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks the API of an engine on this machine, or of one to which a socket of this machine leads, without
 * the time that a docker client needs to start.
 *
 * Undefined where only the client knows the way (another machine, a refused socket, an engine that is
 * stopped): the client is asked instead then, and says why. Throws `engine-not-answering`, of
 * another machine `remote-engine-silent`, where the engine took the question and says nothing, or
 * never comes to an end: the client would wait for the same. Throws `answer-too-large` where it says more than is read.
 */
export function askApi(...question: Parameters<typeof ask>): Promise<ApiAnswer | undefined> {
  const [method, path] = question;
  const endOf = (answer?: ApiAnswer) => (answer ? `HTTP ${answer.status}` : 'no answer');
  return trace('engine', [questionOf(method, path)], () => ask(...question), endOf);
}

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<ApiAnswer | undefined> {
  const socketPath = /^(?:unix|npipe):\/\/(.+)$/.exec(await knownEndpoint())?.[1];
  if (!socketPath) return undefined;
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const way = { socketPath, method, path, headers, agent: false, timeout: answerTime };
  return new Promise((resolve, reject) => {
    const limit = mostSaid();
    const fail = (failure: Failure) => {
      reject(failure);
      asked.destroy();
    };
    const asked = request(way, (response) => {
      const said: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length + pieceSize;
        if (size > limit) fail(tooLarge(questionOf(method, path), limit));
        else said.push(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(said).toString() }),
      );
      response.on('error', () => resolve(undefined));
    });
    // No engine announces its answers, and each announcement begins the wait anew.
    asked.on('information', () => fail(silence(method, path)));
    asked.on('upgrade', (response) =>
      fail(unreadable(questionOf(method, path), String(response.statusCode ?? ''))),
    );
    const end = setTimeout(() => fail(silence(method, path)), answerTime * 2);
    asked.on('timeout', () => fail(silence(method, path)));
    asked.on('close', () => clearTimeout(end));
    asked.on('error', () => resolve(undefined));
    asked.end(text);
  });
}

/** What a piece of an answer takes besides its bytes: an answer may come a letter at a time. */
const pieceSize = 200;

/** How many bytes an engine may say: this machine's own may have more than a student's. */
function mostSaid(): number {
  return engineElsewhere() ? answerLimit.output : answerLimit.api;
}

function questionOf(method: string, path: string): string {
  return `${method} ${path.split('?')[0] ?? ''}`;
}

function silence(method: string, path: string): Failure {
  const question = questionOf(method, path);
  const seconds = String(answerTime / 1000);
  return engineElsewhere()
    ? new Failure(remoteEngineSilent({ said: `${question}: no answer within ${seconds} s` }))
    : new Failure(engineNotAnswering({ question, seconds }));
}

const endpoints = new Map<string, Promise<string>>();

// Found once: for a context it takes a client to find it.
function knownEndpoint(): Promise<string> {
  const key = [dockerHost(), process.env['DOCKER_CONTEXT']].join(' ');
  const known = endpoints.get(key) ?? engineEndpoint();
  endpoints.set(key, known);
  return known;
}

/** What the API gives for a path; undefined when it does not. Throws `answer-unreadable` where it has another form. */
export async function getFromApi<T extends z.ZodMiniType>(
  path: string,
  form: T,
): Promise<z.output<T> | undefined> {
  const answer = await askApi('GET', path);
  return answer?.status === 200 ? readAnswer(form, answer.text, `GET ${path}`) : undefined;
}

/** The lines that the API gives for a path; undefined when it does not. */
export async function linesFromApi(path: string): Promise<string[] | undefined> {
  const answer = await askApi('GET', path);
  return answer?.status === 200 ? answer.text.split('\n').filter(Boolean) : undefined;
}
