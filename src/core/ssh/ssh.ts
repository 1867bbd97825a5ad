import type { HttpWay } from '../answers/http';
import type { Finished, RunOptions } from '../machine/process';
import { SharedConnection } from './shared-connection';
import { SingleLogins } from './single-logins';
import type { SshOptions, SshTarget } from './ssh-target';

/** Another machine that is reached by SSH; what is open there ends with this process, however that ends. */
export interface SshConnection {
  /** Runs a program there, whatever its exit code; throws the reason when the connection ended meanwhile. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Runs a program there that has to succeed, and gives back its output. */
  need(program: string, args: readonly string[], options?: RunOptions): Promise<string>;
  /** How HTTP questions reach `HOST:PORT` as it is seen from there. */
  wayToPort(end: string): Promise<HttpWay>;
  /** How HTTP questions reach a socket there, to which the given command leads from its standard input. */
  wayToSocket(path: string, dialer: readonly string[]): Promise<HttpWay>;
  /** Throws the reason where the connection broke, also when the machine could be reached again. */
  mustBeOpen(): Promise<void>;
  /** Ends the connection and what leads through it. */
  close(): Promise<void>;
}

/** Whether one connection is shared by all questions: the ssh of Windows cannot share one. */
export function sharesConnection(platform: string, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'win32' && env['DKKB_SSH_SHARED'] !== '0';
}

/** Connects; throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
export function openConnection(
  target: SshTarget,
  options: SshOptions = {},
): Promise<SshConnection> {
  const way = sharesConnection(process.platform, process.env) ? SharedConnection : SingleLogins;
  return way.open(target, options);
}
