import { request } from 'node:http';
import { engineEndpoint } from './endpoint';

/** What the engine's API answered: the HTTP status, and the JSON that came with it. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Asks the API of an engine on this machine, without the time that a docker client needs to start.
 *
 * Undefined where only the client knows the way (another machine, a refused socket, an engine that is
 * stopped): the client is asked instead then, and says why.
 */
export async function askApi(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<ApiAnswer | undefined> {
  const socketPath = /^(?:unix|npipe):\/\/(.+)$/.exec(await engineEndpoint())?.[1];
  if (!socketPath) return undefined;
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve) => {
    const asked = request({ socketPath, method, path, headers, agent: false }, (response) => {
      let said = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (said += chunk));
      response.on('end', () => resolve(answerOf(response.statusCode ?? 0, said)));
      response.on('error', () => resolve(undefined));
    });
    asked.on('error', () => resolve(undefined));
    asked.end(text);
  });
}

function answerOf(status: number, said: string): ApiAnswer | undefined {
  try {
    return { status, body: said ? JSON.parse(said) : undefined };
  } catch {
    return undefined;
  }
}

/** What the API gives for a path; undefined when it does not. */
export async function getFromApi<T>(path: string): Promise<T | undefined> {
  const answer = await askApi('GET', path);
  return answer?.status === 200 ? (answer.body as T) : undefined;
}
