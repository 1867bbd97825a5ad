import type { AgentOptions, ClientRequestArgs } from 'node:http';

import pLimit from 'p-limit';

import type { HttpWay } from '../answers/http';
import { Failure, lastLine, shown } from '../failure';
import { run, type Finished, type RunOptions } from '../machine/process';
import { commandFailed } from '../problems/program';
import { quote } from '../shell/posix';
import { DialAgent, type Dialer } from './dial';
import { mustBeEnd } from './ends';
import { runOnce } from './run-once';
import type { SshConnection } from './ssh';
import { sshEnvironment } from './ssh-environment';
import { sshArguments, sshFailure, type SshOptions, type SshTarget } from './ssh-target';

/** How many logins of each kind are open at once: an SSH server refuses some where more than ten begin together. */
const most = { programs: 4, pages: 3, socket: 3 };

/** The last line of a program that ends with 255 itself: ssh ends so when the connection broke. */
const mark = 'dkkb: the program ended with 255';
const marking = `"$@"; code=$?; [ "$code" != 255 ] || echo '${mark}' >&2; exit "$code"`;

/** Logs in for each program and each HTTP connection. They go through the standard input and output of an ssh, so that no port of this machine is opened. */
export class SingleLogins implements SshConnection {
  private readonly inTurn = pLimit(most.programs);
  private readonly closed = new AbortController();
  private readonly agents: DialAgent[] = [];
  private readonly pages: HttpWay;
  private readonly sockets = new Map<string, HttpWay>();

  private constructor(
    private readonly login: readonly string[],
    /** What of this process's environment the other machine must not see. */
    private readonly env: Readonly<Record<string, undefined>>,
    private readonly failure: (said: string) => Failure,
  ) {
    this.pages = this.way((to) => ['-W', endOf(to), ...login], { maxTotalSockets: most.pages });
  }

  /** Logs in once; throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
  static async open(target: SshTarget, options: SshOptions): Promise<SingleLogins> {
    const login = sshArguments(target, options);
    const env = await sshEnvironment(login);
    await runOnce(target, { ...options, timeout: options.timeout ?? 10 }, ['true']);
    return new SingleLogins(login, env, (said) => sshFailure(said, target, options));
  }

  async run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const words = this.through(['sh', '-c', marking, 'sh', program, ...args]);
    const { signal = this.closed.signal } = options;
    const either = AbortSignal.any([signal, this.closed.signal]);
    const own = { as: shown(program, args), env: this.env, signal: either };
    const finished = await this.inTurn(() => run('ssh', words, { ...options, ...own }));
    if (finished.code !== 255) return finished;
    const said = finished.stderr.trimEnd();
    if (!said.endsWith(mark)) throw this.failure(said);
    return { ...finished, stderr: said.slice(0, -mark.length) };
  }

  async need(program: string, args: readonly string[], options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await this.run(program, args, options);
    if (code === 0) return stdout;
    throw new Failure(commandFailed({ command: program, said: lastLine(stderr) }));
  }

  async wayToPort(end: string): Promise<HttpWay> {
    mustBeEnd(end);
    return Promise.resolve(this.pages);
  }

  async wayToSocket(path: string, dialer: readonly string[]): Promise<HttpWay> {
    mustBeEnd(path);
    const options = { maxSockets: most.socket, keepAlive: true };
    const way = this.sockets.get(path) ?? this.way(() => this.through(dialer), options);
    this.sockets.set(path, way);
    return Promise.resolve(way);
  }

  // Each question has a connection of its own, and tells what became of it.
  mustBeOpen(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.closed.abort();
    for (const agent of this.agents) agent.destroy();
    return Promise.resolve();
  }

  private through(words: readonly string[]): string[] {
    return [...this.login, words.map(quote).join(' ')];
  }

  private way(args: Dialer['words'], options: AgentOptions): HttpWay {
    const words = (to: ClientRequestArgs) => ['ssh', ...args(to)];
    // A server that is reached and has no such port or socket says nothing about the connection.
    const failure = (code: number | null, said: string) =>
      code === 255 && !isRefused(said) ? this.failure(said) : undefined;
    const agent = new DialAgent({ words, env: this.env, failure }, options);
    this.agents.push(agent);
    return { agent };
  }
}

const isRefused = (said: string) => /^(?:stdio forwarding|channel \d+: open) failed/m.test(said);

function endOf({ host, port }: ClientRequestArgs): string {
  const name = host ?? '';
  return `${name.includes(':') ? `[${name}]` : name}:${port ?? 80}`;
}
