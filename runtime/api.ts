import { request } from 'node:http';
import { dockerHost } from './chosen-engine';
import { engineEndpoint } from './endpoint';
import { Failure } from './failure';
import { answerTime } from './question';

/** What the engine's API answered: the HTTP status, and what came with it. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks the API of an engine on this machine, without the time that a docker client needs to start.
 *
 * Undefined where only the client knows the way (another machine, a refused socket, an engine that is
 * stopped): the client is asked instead then, and says why. Throws `engine-not-answering` where the
 * engine took the question and says nothing: the client would wait for the same.
 */
export async function askApi(
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
    const asked = request(way, (response) => {
      let said = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (said += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: said }));
      response.on('error', () => resolve(undefined));
    });
    asked.on('timeout', () => {
      reject(silence(method, path));
      asked.destroy();
    });
    asked.on('error', () => resolve(undefined));
    asked.end(text);
  });
}

function silence(method: string, path: string): Failure {
  const question = `${method} ${path.split('?')[0] ?? ''}`;
  return new Failure('engine-not-answering', { question, seconds: String(answerTime / 1000) });
}

const endpoints = new Map<string, Promise<string>>();

// Found once: for a context it takes a client to find it.
function knownEndpoint(): Promise<string> {
  const key = [dockerHost(), process.env['DOCKER_CONTEXT']].join(' ');
  const known = endpoints.get(key) ?? engineEndpoint();
  endpoints.set(key, known);
  return known;
}

/** What the API gives for a path; undefined when it does not. */
export async function getFromApi<T>(path: string): Promise<T | undefined> {
  const answer = await askApi('GET', path);
  return answer?.status === 200 ? (JSON.parse(answer.text) as T) : undefined;
}

/** The lines that the API gives for a path; undefined when it does not. */
export async function linesFromApi(path: string): Promise<string[] | undefined> {
  const answer = await askApi('GET', path);
  return answer?.status === 200 ? answer.text.split('\n').filter(Boolean) : undefined;
}
