import { request, type RequestOptions } from 'node:http';

import { Failure } from '../failure';

/** What a URL answered, or why it did not; `location` is the target of a redirection that was not followed. */
export type HttpAnswer =
  | { readonly status: number; readonly body: string; readonly location?: string }
  | { readonly error: string };

/** Milliseconds until a server counts as silent: when it is first asked, and at most. */
const patience = { first: 5_000, most: 60_000 };

/** The error for a server that took the question and did not give its whole answer in time. */
export const silent = 'ETIMEDOUT';

/** How many interim answers (status 1xx) a server may send before its real answer. */
const mostHints = 10;

/** How much of a body is read. */
const bodyLimit = 262_144;

/** Asks a URL, without keep-alive, and follows up to five redirections on the same host, not to the path `stopAt`; the body is cut after 256 KiB. */
export type Ask = (url: string, stopAt?: string, timeout?: number) => Promise<HttpAnswer>;

/** Asks as the given function does, and doubles the time limit of a silent server when it is asked again: a busy machine may need more time. */
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

/** How one question differs from a plain GET. */
export interface Question {
  readonly method?: 'GET' | 'HEAD';
  /** The types that are accepted. */
  readonly accept?: string;
  /** Milliseconds until a server counts as silent. */
  readonly timeout?: number;
}

/** Asks a URL once, and follows no redirection. */
export type AskOnce = (url: string, question?: Question) => Promise<HttpAnswer>;

/** Asks a URL from this machine, once. */
export const askOnceHere: AskOnce = (url, question) => askOnce(url, question);

/** The way that a question takes: a socket of this machine, or an agent that connects. */
export type HttpWay = Pick<RequestOptions, 'socketPath' | 'agent'>;

/** Asks URLs of another machine once. Each question takes a way that leads to a port of the other one, or of a host that the other one reaches. */
export function askOnceThrough(wayTo: (port: number, host: string) => Promise<HttpWay>): AskOnce {
  return async (url, question) => {
    const { port, hostname } = new URL(url);
    const answer = await askOnce(url, question, await wayTo(Number(port || 80), hostname));
    // When no server listens there, the way accepts the connection and then closes it.
    const isRefused = 'error' in answer && ['ECONNRESET', 'EPIPE'].includes(answer.error);
    return isRefused ? { error: 'ECONNREFUSED' } : answer;
  };
}

/** Asks with a function that asks once, and follows redirections. */
export function following(once: AskOnce): Ask {
  return (url, stopAt, timeout) =>
    follow(url, stopAt, (next) => once(next, timeout === undefined ? {} : { timeout }));
}

/** Asks a URL from this machine. */
export const ask: Ask = following(askOnceHere);

async function follow(
  url: string,
  stopAt: string | undefined,
  once: (url: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  let next = url;
  for (let hop = 0; hop < 5; hop += 1) {
    const answer = await once(next);
    if (!('location' in answer) || !answer.location) return answer;
    const target = placeOf(answer.location, next);
    if (target?.hostname !== new URL(url).hostname || target.pathname === stopAt) return answer;
    next = target.href;
  }
  return { error: 'too many redirections' };
}

/** The address that a redirection leads to; undefined when it is no address of a plain web server. */
function placeOf(location: string, from: string): URL | undefined {
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  return target?.protocol === 'http:' ? target : undefined;
}

function askOnce(
  url: string,
  { method = 'GET', accept, timeout = patience.first }: Question = {},
  way: HttpWay = { agent: false },
): Promise<HttpAnswer> {
  const options = { ...way, method, ...(accept ? { headers: { accept } } : {}) };
  return new Promise((resolve, reject) => {
    let late = false;
    let untilHeard: NodeJS.Timeout | undefined;
    const asked = request(url, options, (response) => {
      const { location } = response.headers;
      let body = '';
      response.setEncoding('utf8');
      untilHeard?.refresh();
      response.on('data', (chunk: string) => {
        untilHeard?.refresh();
        body += chunk;
        if (body.length > bodyLimit) response.destroy();
      });
      response.on('close', () => {
        // Half a page is an error, because a check would take it for another page.
        if (!response.complete && body.length <= bodyLimit)
          resolve({ error: late ? silent : 'ECONNRESET' });
        else resolve({ status: response.statusCode ?? 0, body, ...(location ? { location } : {}) });
      });
    });
    let hints = 0;
    // Each interim answer restarts the time limit.
    asked.on('information', () => {
      untilHeard?.refresh();
      hints += 1;
      if (hints > mostHints) giveUp();
    });
    // A server that switches to another protocol never answers this question.
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve({ error: 'EPROTO' });
    });
    const giveUp = () => {
      late = true;
      asked.destroy(Object.assign(new Error('timed out'), { code: silent }));
    };
    // The first limit is for a server that says nothing, the second for an answer that never ends.
    asked.on('socket', () => {
      untilHeard = setTimeout(giveUp, timeout);
      const untilEnd = setTimeout(giveUp, timeout + patience.most);
      asked.on('close', () => [untilHeard, untilEnd].forEach(clearTimeout));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The other machine could not be asked, which says nothing about its server.
      if (error instanceof Failure) reject(error);
      else resolve({ error: error.code ?? error.message });
    });
    asked.end();
  });
}
