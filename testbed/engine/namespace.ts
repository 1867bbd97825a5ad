import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Condition } from '../../labs/shared/lab-cases';
import type { Answer, Place } from '../labs/place';
import { finish, need, run, type Finished, type RunOptions } from '../programs/process';
import { dkkb } from '../programs/paths';

const get = `fetch(process.argv[1], { redirect: 'manual' }).then(async (answer) =>
  console.log(JSON.stringify({ status: answer.status, body: await answer.text() })))`;

/** How an engine or a cluster is started. */
export interface StartOptions {
  /**
   * Its registry: the test bed's images, the same open for pushes, or none (no internet at all).
   * @default 'ro'
   */
  readonly registry?: 'ro' | 'rw' | 'none';
  /**
   * The process that owns it: when the process has ended, it may be removed.
   * @default this process
   */
  readonly owner?: number;
  /** Environment for its programs, in addition to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A machine, engine or cluster in its own namespaces: programs run in its network, with its home folder. */
export class Namespace implements Place {
  constructor(
    private readonly script: string,
    readonly name: string,
    /** The environment in which a program sees this place, and no settings of the user's. */
    readonly env: NodeJS.ProcessEnv,
  ) {}

  /** The home folder of all programs here; also their working folder by default. */
  get home(): string {
    return this.setting('HOME');
  }

  /** The host and port of the registry that its images come from. */
  get registry(): string {
    return this.setting('DKKB_REGISTRY');
  }

  /** The command that starts a program in the namespace. */
  get within(): readonly string[] {
    return ['nsenter', `--net=/run/netns/${this.setting('DKKB_NETNS')}`, '--'];
  }

  /** Starts a program inside the namespace; signals reach it directly. */
  spawn(program: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    const { input, env, ...rest } = options;
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const [first = '', ...words] = [...this.within, program, ...args];
    const child = spawn(first, words, {
      cwd: this.home,
      stdio: [stdin, 'pipe', 'pipe'],
      ...rest,
      env: { ...this.env, ...env },
    });
    if (input !== undefined) child.stdin?.end(input);
    return child;
  }

  /** Runs a program inside the namespace to its end, whatever its exit code. */
  exec(program: string, args: readonly string[], options?: RunOptions): Promise<Finished> {
    return finish(this.spawn(program, args, options));
  }

  /** Runs a line as a reader types it. */
  sh(line: string, options?: RunOptions): Promise<Finished> {
    return this.exec('bash', ['-c', line], options);
  }

  /** Types commands one after the other, whatever each of them brings. */
  types(commands: readonly string[]): Promise<Finished> {
    return this.sh(['set -v', ...commands].join('\n'));
  }

  /** Makes a file of the home folder. */
  async saves(file: string, text: string): Promise<void> {
    const path = join(this.home, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Asks whether a condition is true now. */
  async asks(condition: Condition): Promise<Answer> {
    if (typeof condition !== 'string') throw new Error(`'${this.name}' has no containers`);
    const { code, stdout, stderr } = await this.sh(condition);
    return { holds: code === 0, saw: `exit ${String(code)}\n${stdout}${stderr}`.trim() };
  }

  /** Runs the compiled `dkkb` command to its end. */
  dkkb(...args: readonly string[]): Promise<Finished> {
    return finish(this.spawnDkkb(args));
  }

  /** Starts the compiled `dkkb` command without waiting, so that it can get signals or other settings. */
  spawnDkkb(args: readonly string[], options?: RunOptions): ChildProcess {
    return this.spawn(process.execPath, [dkkb, ...args], options);
  }

  /** Asks a web server inside the namespace; rejects when it cannot be reached. */
  async fetch(url: string): Promise<{ status: number; body: string }> {
    const { code, stdout, stderr } = await this.exec(process.execPath, ['-e', get, url]);
    if (code !== 0) throw new Error(`GET ${url}: ${stderr}`);
    return JSON.parse(stdout) as { status: number; body: string };
  }

  /** Makes it look like a student's VM to another namespace: with an address, an SSH server, and public keys that may log in as `ubuntu`. */
  async becomeVm(from: Namespace, address: string, keys: string): Promise<void> {
    await this.tell('vm', [from.name, address, keys]);
  }

  /** Writes the files in /var/lib/dkkb with which a practice machine reports its state. */
  async says(files: Readonly<Record<string, string>>): Promise<void> {
    const told = join(dirname(this.home), 'told');
    await Promise.all(
      Object.entries(files).map(([name, text]) => writeFile(join(told, name), text)),
    );
  }

  /** Sets how the VM answers: without an SSH server, without any packet, or normally again. */
  async answers(how: 'no' | 'silence' | 'yes'): Promise<void> {
    await this.tell('vm-answers', [how]);
  }

  /** Ends all programs in the namespace, and removes everything of it. */
  async stop(): Promise<void> {
    await this.tell('down');
  }

  protected async tell(
    command: string,
    words: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    return need(this.script, [command, this.name, ...words], { env: { ...process.env, ...env } });
  }

  protected async emptyHome(): Promise<void> {
    const names = await readdir(this.home);
    await Promise.all(
      names.map((name) => rm(join(this.home, name), { recursive: true, force: true })),
    );
  }

  protected setting(key: string): string {
    const value = this.env[key];
    if (value === undefined) throw new Error(`'${this.name}' has no ${key}`);
    return value;
  }
}

/** The environment in which a program sees what the script started, and no settings of the user's. */
export async function environmentOf(script: string, name: string): Promise<NodeJS.ProcessEnv> {
  const settings = (await need(script, ['env', name])).trim().split('\n');
  const own = Object.fromEntries(settings.map((line) => line.split(/=(.*)/s, 2)));
  const kept = Object.entries(process.env).filter(
    ([key]) => !/^(DOCKER_|KUBE|XDG_|DKKB_)/.test(key),
  );
  return { ...Object.fromEntries(kept), ...own };
}

/** Starts a place by a script, under a name that is free or whose owner is gone. */
export async function startWith(
  script: string,
  name: string,
  options: StartOptions,
  flags: readonly string[] = [],
): Promise<void> {
  const { registry = 'ro', owner = process.pid, env } = options;
  const own = ['--owner', String(owner), '--registry', registry, ...flags];
  await need(script, ['up', name, ...own], { env: { ...process.env, ...env } });
}

/** The variable in which a test run gives its process id to its workers. */
export const RUN = 'DKKB_TESTBED_RUN';

/** The name and the owner (the test run) of a place that this jest worker keeps for its test files. */
export function keptByWorker(letter: string): { name: string; owner: number } {
  const owner = Number(process.env[RUN] ?? process.pid);
  return { name: `${letter}${String(owner)}-${process.env['JEST_WORKER_ID'] ?? '0'}`, owner };
}

/** A name that no other run on this machine has. */
export function ownName(name: string): string {
  return `${name}-${String(process.pid)}`;
}

/** Whether a place of that name exists. */
export async function isThere(script: string, name: string): Promise<boolean> {
  return (await run(script, ['env', name])).code === 0;
}
