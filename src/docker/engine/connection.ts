import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';

import { DialAgent } from '../../core/ssh/dial';
import { urlOf, type Endpoint } from './endpoint';

/** How requests reach an engine. */
export interface Connection {
  readonly request: typeof overHttp;
  readonly options: RequestOptions;
}

/** The way to an engine's API: a socket, TCP with or without TLS, or the user's own SSH. */
export function connectionTo({ url, certificates }: Endpoint): Connection {
  const socketPath = /^(?:unix|npipe):\/\/(.+)$/.exec(url)?.[1];
  if (socketPath) return { request: overHttp, options: { socketPath, agent: false } };
  if (url.startsWith('ssh:')) return { request: overHttp, options: { agent: dialTo(url) } };
  const { hostname, port } = urlOf(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!certificates && !url.startsWith('https:'))
    return { request: overHttp, options: { host, port: port || 2375, agent: false } };
  const options = { host, port: port || 2376, agent: false as const, ...certificates };
  return { request: overHttps, options };
}

/** Connects as the docker client does: `docker` on the other machine leads from its standard input to its engine. */
function dialTo(url: string): DialAgent {
  const { username, hostname, port } = urlOf(url);
  const login = [...(username ? ['-l', username] : []), ...(port ? ['-p', port] : [])];
  const host = hostname.replace(/^\[|\]$/g, '');
  const options = ['-o', 'ConnectTimeout=30', '-T', '--', host];
  const words = ['ssh', ...login, ...options, 'docker', 'system', 'dial-stdio'];
  // An SSH server takes few logins at once.
  return new DialAgent({ words: () => words }, { maxSockets: 4 });
}
