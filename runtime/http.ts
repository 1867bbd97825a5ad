import { get } from 'node:http';

/** What a URL answered, or why it did not; `location` is where a redirection leads that was not followed. */
export type HttpAnswer =
  | { readonly status: number; readonly body: string; readonly location?: string }
  | { readonly error: string };

/** Milliseconds until a server counts as silent. */
const patience = 5000;

/** Asks a URL, without keep-alive, and follows up to five redirections on the same host, not to the path `stopAt`; the body is cut after 256 KiB. */
export type Ask = (url: string, stopAt?: string, timeout?: number) => Promise<HttpAnswer>;

/** Asks a URL from this machine. */
export const ask: Ask = (url, stopAt, timeout) =>
  follow(url, stopAt, (next) => askOnce(next, timeout));

/** Asks URLs of another machine through sockets of this one, each of which leads to a port of it, or of a host that it sees. */
export function askThrough(socketTo: (port: number, host: string) => Promise<string>): Ask {
  const once = async (url: string, timeout?: number): Promise<HttpAnswer> => {
    const { port, hostname } = new URL(url);
    const answer = await askOnce(url, timeout, await socketTo(Number(port || 80), hostname));
    // Where nobody listens, the way there ends after it was entered.
    const isRefused = 'error' in answer && answer.error === 'ECONNRESET';
    return isRefused ? { error: 'ECONNREFUSED' } : answer;
  };
  return (url, stopAt, timeout) => follow(url, stopAt, (next) => once(next, timeout));
}

async function follow(
  url: string,
  stopAt: string | undefined,
  once: (url: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  let next = url;
  for (let hop = 0; hop < 5; hop += 1) {
    const answer = await once(next);
    if (!('location' in answer) || !answer.location) return answer;
    const target = new URL(answer.location, next);
    if (target.hostname !== new URL(url).hostname || target.pathname === stopAt) return answer;
    next = target.href;
  }
  return { error: 'too many redirections' };
}

function askOnce(url: string, timeout = patience, socketPath?: string): Promise<HttpAnswer> {
  const way = { agent: false, timeout, ...(socketPath ? { socketPath } : {}) } as const;
  return new Promise((resolve) => {
    const request = get(url, way, (response) => {
      const { location } = response.headers;
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > 262_144) response.destroy();
      });
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, body, ...(location ? { location } : {}) }),
      );
    });
    request.on('timeout', () =>
      request.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ error: error.code ?? error.message }),
    );
  });
}
