import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../src/core/machine/ports';
import { isOpen } from '../programs/ports';
import { until } from '../programs/until';

/** A proxy through which a school reaches the web. */
export interface Proxy {
  /** Its host and port. */
  readonly host: string;
  /** The places to which it was asked to connect, such as `127.0.0.1:5000`; they are forgotten. */
  asked(): string[];
  stop(): Promise<void>;
}

/** Starts a real proxy (tinyproxy) on the loopback address; with `user`, it wants that user and password. */
export async function startProxy(user?: readonly [string, string]): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-proxy-'));
  const port = await freePort();
  const log = join(folder, 'log');
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'MaxClients 100',
    'LogLevel Connect',
    `LogFile "${log}"`,
    ...(user ? [`BasicAuth ${user.join(' ')}`] : []),
  ];
  writeFileSync(join(folder, 'conf'), `${lines.join('\n')}\n`);
  const words = ['--pdeathsig', 'KILL', 'tinyproxy', '-d', '-c', join(folder, 'conf')];
  const server = spawn('setpriv', words, { stdio: 'ignore' });
  const said = () => readFileSync(log, { encoding: 'utf8', flag: 'a+' });
  await until(() => isOpen(port), Boolean, { seconds: 30 });
  let read = 0;
  return {
    host: `127.0.0.1:${port}`,
    asked: () => {
      const text = said().slice(read);
      read += text.length;
      return [...text.matchAll(/CONNECT (\S+) HTTP/g)].map(([, place = '']) => place);
    },
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}
