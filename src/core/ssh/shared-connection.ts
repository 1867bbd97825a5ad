import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { HttpWay } from '../answers/http';
import { traceChild } from '../debug';
import { Failure, lastLine, shown } from '../failure';
import { run, type Finished, type RunOptions } from '../machine/process';
import { quote } from '../shell/posix';
import { mustBeEnd } from './ends';
import type { SshConnection } from './ssh';
import { sshEnvironment } from './ssh-environment';
import { sshArguments, sshFailure, type SshOptions, type SshTarget } from './ssh-target';
import { commandFailed, programMissing } from '../problems/program';

/** One SSH connection that many questions share. */
export class SharedConnection implements SshConnection {
  private readonly forwards = new Map<string, Promise<string>>();

  private constructor(
    private readonly folder: string,
    private readonly target: SshTarget,
    private readonly words: readonly string[],
    /** What of this process's environment the other machine must not see. */
    private readonly env: Readonly<Record<string, undefined>>,
    private readonly master: ChildProcess,
    private readonly failure: (said: string) => Failure,
  ) {}

  /** Connects; throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
  static async open(target: SshTarget, options: SshOptions): Promise<SharedConnection> {
    const login = sshArguments(target, options);
    const env = await sshEnvironment(login);
    const folder = await mkdtemp(join(tmpdir(), 'dkkb-ssh-'));
    removeAtEnd(folder);
    const control = controlOf(folder);
    const words = ['-S', unexpanded(control), ...login];
    // It ends when its standard input closes, so also when this process is killed.
    const master = spawn('ssh', ['-M', ...words, 'cat'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    traceChild(['ssh', '-M', ...words, 'cat'], master);
    const failure = (said: string) => sshFailure(said, target, options);
    const connection = new SharedConnection(folder, target, words, env, master, failure);
    try {
      await untilThere(master, control, (options.timeout ?? 10) * patience);
      return connection;
    } catch (error) {
      await connection.close();
      if (!(error instanceof Error) || error instanceof Failure) throw error;
      throw failure(error.message);
    }
  }

  async run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const as = shown(program, args);
    const { env } = this;
    const finished = await run(...this.command(program, args), { ...options, as, env });
    // ssh ends with 255 when the connection broke, but a program may end with 255 too.
    if (finished.code === 255 && (await this.hasEnded())) throw this.failure(finished.stderr);
    return finished;
  }

  async mustBeOpen(): Promise<void> {
    if (await this.hasEnded()) throw this.failure('');
  }

  private async hasEnded(): Promise<boolean> {
    const { master } = this;
    if (master.exitCode !== null || master.signalCode !== null) return true;
    const ended = new Promise<boolean>((resolve) => master.once('exit', () => resolve(true)));
    return Promise.race([ended, delay(endTime, false)]);
  }

  private command(program: string, args: readonly string[]): [string, readonly string[]] {
    return ['ssh', [...this.words, [program, ...args].map(quote).join(' ')]];
  }

  async need(program: string, args: readonly string[], options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await this.run(program, args, options);
    if (code === 0) return stdout;
    throw new Failure(commandFailed({ command: program, said: lastLine(stderr) }));
  }

  wayToPort(end: string): Promise<HttpWay> {
    return this.wayTo(end);
  }

  wayToSocket(path: string): Promise<HttpWay> {
    return this.wayTo(path);
  }

  private async wayTo(end: string): Promise<HttpWay> {
    return { socketPath: await this.socketTo(end), agent: false };
  }

  private socketTo(there: string): Promise<string> {
    const known = this.forwards.get(there) ?? this.forward(there);
    this.forwards.set(there, known);
    return known;
  }

  private async forward(end: string): Promise<string> {
    mustBeEnd(end);
    const socket = join(this.folder, String(this.forwards.size));
    await this.lead(`${unexpanded(socket)}:${end}`);
    return socket;
  }

  private async lead(way: string): Promise<void> {
    // Without the user's configuration, whose forwards would be made too.
    // An option that clears those forwards would clear this one too.
    const master = ['-F', 'none', '-S', unexpanded(controlOf(this.folder))];
    const words = [...master, '-O', 'forward', '-L', way, '--', this.target.host];
    const { code, stderr } = await run('ssh', words, { timeout: controlTime });
    if (code === 0) return;
    await this.mustBeOpen();
    throw new Failure(commandFailed({ command: 'ssh -L', said: lastLine(stderr) }));
  }

  async close(): Promise<void> {
    this.master.stdin?.destroy();
    this.master.kill();
    await rm(this.folder, { recursive: true, force: true });
    folders.delete(this.folder);
  }
}

/** How long the master connection may take for a control command, in milliseconds. */
const controlTime = 10_000;
/** How long a connection that broke may take to end here, in milliseconds. */
const endTime = 500;
/** A whole login may take this many times the limit for the connection. */
const patience = 3;
/** How many bytes a machine may send beside its answers. */
const flood = 2 ** 20;
/** How many characters are kept of what a machine says before the login is done. */
const mostSaid = 10_000;

/** The folders of the connections that are open. */
const folders = new Set<string>();

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Removes a folder when this process ends, also by a signal. */
function removeAtEnd(folder: string): void {
  if (!process.listeners('exit').includes(removeFolders)) {
    process.once('exit', removeFolders);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        removeFolders();
        // Another listener ends the process itself once its work is done.
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      });
  }
  folders.add(folder);
}

/** Where ssh finds the connection. */
const controlOf = (folder: string) => join(folder, 'c');

/** A path in which ssh replaces nothing. */
const unexpanded = (path: string) => path.replaceAll('%', '%%');

/** Waits until the connection is there; ssh itself would wait without end for a machine that is silent after the handshake. */
async function untilThere(master: ChildProcess, control: string, seconds: number): Promise<void> {
  let said = '';
  let missing = false;
  let bytes = 0;
  master.stderr?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    said = (said + chunk.toString('utf8', 0, mostSaid)).slice(-mostSaid);
    // No honest machine sends that much beside its answers. A flood would keep this machine busy.
    if (bytes > flood) master.kill();
  });
  master.once('error', () => (missing = true));
  const ended = new Promise<boolean>((resolve) => master.once('close', () => resolve(true)));
  const end = Date.now() + seconds * 1_000;
  while (!existsSync(control)) {
    const over = await Promise.race([ended, delay(10, false)]);
    if (missing) throw new Failure(programMissing({ program: 'ssh' }));
    if (over) throw new Error(said);
    if (Date.now() > end) throw new Error(`no answer within ${seconds} s`);
  }
}
