import { get } from 'node:http';

/** What a URL answered, or why it did not; `location` is where a redirection leads that was not followed. */
export type HttpAnswer =
  | { readonly status: number; readonly body: string; readonly location?: string }
  | { readonly error: string };

/** Milliseconds until a server counts as silent: when it is first asked, and at most. */
const patience = { first: 5_000, most: 60_000 };

/** What is told of a server that took the question and has said nothing, or not all of it, until now. */
export const silent = 'ETIMEDOUT';

/** How much of a body is read. */
const bodyLimit = 262_144;

/** Asks a URL, without keep-alive, and follows up to five redirections on the same host, not to the path `stopAt`; the body is cut after 256 KiB. */
export type Ask = (url: string, stopAt?: string, timeout?: number) => Promise<HttpAnswer>;

/** Asks as another does, and gives a server that was silent twice the time when it is asked again: a busy machine may need more than a first look gives it. */
export function askLonger(ask: Ask): Ask {
  const given = new Map<string, number>();
  return async (url, stopAt, timeout) => {
    const { host } = new URL(url);
    const time = timeout ?? given.get(host) ?? patience.first;
    const answer = await ask(url, stopAt, time);
    if ('error' in answer && answer.error === silent)
      given.set(host, Math.min(time * 2, patience.most));
    else given.delete(host);
    return answer;
  };
}

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

function askOnce(url: string, timeout = patience.first, socketPath?: string): Promise<HttpAnswer> {
  const way = { agent: false, timeout, ...(socketPath ? { socketPath } : {}) } as const;
  return new Promise((resolve) => {
    let late = false;
    const request = get(url, way, (response) => {
      const { location } = response.headers;
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > bodyLimit) response.destroy();
      });
      response.on('close', () => {
        // Half a page is no page: whoever compares it would take it for another one.
        if (!response.complete && body.length <= bodyLimit)
          resolve({ error: late ? silent : 'ECONNRESET' });
        else resolve({ status: response.statusCode ?? 0, body, ...(location ? { location } : {}) });
      });
    });
    request.on('timeout', () => {
      late = true;
      request.destroy(Object.assign(new Error('timed out'), { code: silent }));
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ error: error.code ?? error.message }),
    );
  });
}
