import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

import { Failure } from '../failure';
import { proxyRefused } from '../problems/proxy';

/** Milliseconds until a proxy that says nothing counts as silent. */
const patience = 15_000;

/** Connects by way of `HTTPS_PROXY` or `HTTP_PROXY`, and directly to what `NO_PROXY` names; throws `proxy-refused`. */
export class ProxyByAddress extends Agent {
  override async connect(request: ClientRequest, options: AgentConnectOpts) {
    const scheme = options.secureEndpoint ? 'https' : 'http';
    const host = String(options.host);
    const place = host.includes(':') ? `[${host}]` : host;
    const proxy = getProxyForUrl(`${scheme}://${place}:${String(options.port)}/`);
    if (!proxy) return options.secureEndpoint ? https.globalAgent : http.globalAgent;
    return through(proxy, request, options);
  }
}

async function through(
  proxy: string,
  request: ClientRequest,
  options: AgentConnectOpts,
): Promise<Socket> {
  const refused = (said: string) =>
    new Failure(proxyRefused({ proxy: withoutPassword(proxy), said }));
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol))
    throw refused('http://HOST:PORT?');
  let answer = '200';
  request.once('proxyConnect', (connect: { statusCode: number; statusText: string }) => {
    answer = `${connect.statusCode} ${connect.statusText}`;
  });
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  // The agent hands these options on to the connection with the proxy, and does not list them all.
  const way = { signal: late.signal } as object;
  const socket = await new HttpsProxyAgent(proxy, way)
    .connect(request, options)
    .catch((error: unknown) => {
      throw refused(late.signal.aborted ? 'ETIMEDOUT' : wordsOf(error));
    })
    .finally(() => clearTimeout(timer));
  if (/^200\b/.test(answer)) return socket;
  socket.destroy();
  throw refused(answer);
}

function withoutPassword(proxy: string): string {
  if (!URL.canParse(proxy)) return proxy.replace(/^.*@/, '');
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
