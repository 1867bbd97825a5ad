import { spawn } from 'node:child_process';
import { Agent, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { Duplex } from 'node:stream';

import { traceChild } from '../../core/debug';
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
  if (url.startsWith('ssh:')) return { request: overHttp, options: { agent: new SshAgent(url) } };
  const { hostname, port } = urlOf(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!certificates && !url.startsWith('https:'))
    return { request: overHttp, options: { host, port: port || 2375, agent: false } };
  const options = { host, port: port || 2376, agent: false as const, ...certificates };
  return { request: overHttps, options };
}

/** Connects as the docker client does: `docker` on the other machine leads from its standard input to its engine. */
class SshAgent extends Agent {
  constructor(private readonly url: string) {
    // An SSH server takes few logins at once.
    super({ maxSockets: 4 });
  }

  override createConnection(): Duplex {
    const { username, hostname, port } = urlOf(this.url);
    const login = [...(username ? ['-l', username] : []), ...(port ? ['-p', port] : [])];
    const host = hostname.replace(/^\[|\]$/g, '');
    const words = ['-o', 'ConnectTimeout=30', '-T', '--', host, 'docker', 'system', 'dial-stdio'];
    const child = spawn('ssh', [...login, ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
    traceChild(['ssh', ...login, ...words], child);
    const connection = Duplex.from({ readable: child.stdout, writable: child.stdin });
    child.on('error', (error) => connection.destroy(error));
    // A request reports its errors itself. Errors after it are ignored.
    connection.on('error', () => undefined);
    connection.on('close', () => child.kill());
    return connection;
  }
}
