import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { clear, inventory, type Inventory } from './inventory';
import { finish, need, run, type Finished, type RunOptions } from './process';

export { finish, type Finished, type RunOptions } from './process';
export type { Inventory } from './inventory';

const script = join(__dirname, 'engine.sh');
const dkkb = join(__dirname, '..', 'build', 'dkkb.mjs');
const get = `fetch(process.argv[1], { redirect: 'manual' }).then(async (answer) =>
  console.log(JSON.stringify({ status: answer.status, body: await answer.text() })))`;

/** How an engine is started. */
export interface EngineOptions {
  /**
   * Its registry: the test bed's images, the same open for pushes, or none (no internet at all).
   * @default 'ro'
   */
  readonly registry?: 'ro' | 'rw' | 'none';
  /**
   * The process with whose end the engine may be swept.
   * @default this process
   */
  readonly owner?: number;
  /**
   * This machine's engine, or Debian's newest with its client and Compose.
   * @default 'installed'
   */
  readonly version?: 'installed' | 'newest';
  /** Environment for the engine besides this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A Docker Engine of its own inside a network namespace of its own. */
export class Engine {
  constructor(
    readonly name: string,
    /** What a program needs to see this engine and nothing of the user's. */
    readonly env: NodeJS.ProcessEnv,
  ) {}

  /** The engine's address, as in DOCKER_HOST. */
  get host(): string {
    return this.setting('DOCKER_HOST');
  }

  /** The home folder of all that runs here; also the working folder unless told otherwise. */
  get home(): string {
    return this.setting('HOME');
  }

  /** Starts a program inside the namespace; signals reach it directly. */
  spawn(program: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    const { input, env, ...rest } = options;
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = spawn('nsenter', [`--net=/run/netns/${this.netns}`, '--', program, ...args], {
      cwd: this.home,
      stdio: [stdin, 'pipe', 'pipe'],
      ...rest,
      env: { ...this.env, ...env },
    });
    child.stdin?.end(input);
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

  /** Runs the compiled `dkkb` command to its end. */
  dkkb(...args: string[]): Promise<Finished> {
    return finish(this.spawnDkkb(args));
  }

  /** Starts the compiled `dkkb` command: to send it signals, or with settings of its own. */
  spawnDkkb(args: readonly string[], options?: RunOptions): ChildProcess {
    return this.spawn(process.execPath, [dkkb, ...args], options);
  }

  /** Runs a docker command that has to succeed, and gives back what it printed. */
  readonly docker = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await this.exec('docker', args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')}: exit ${String(code)}\n${stderr}`);
    return stdout.trim();
  };

  /** What the engine holds now. */
  inventory(): Promise<Inventory> {
    return inventory(this.docker);
  }

  /** Asks a web server inside the namespace; rejects when it cannot be reached. */
  async fetch(url: string): Promise<{ status: number; body: string }> {
    const { code, stdout, stderr } = await this.exec(process.execPath, ['-e', get, url]);
    if (code !== 0) throw new Error(`GET ${url}: ${stderr}`);
    return JSON.parse(stdout) as { status: number; body: string };
  }

  /** Fills the engine with images from the test bed's archives, without a registry. */
  async load(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.docker('load', '--quiet', '--input', this.archive(name));
    }
  }

  /** The file that `docker save` made of one image of the test bed. */
  archive(name: string): string {
    return join(this.setting('DKKB_IMAGES'), `${name}.tar`);
  }

  /** Empties the engine and its home folder; images that were pulled stay. */
  async reset(): Promise<void> {
    await clear(this.docker);
    await need('find', [this.home, '-mindepth', '1', '-delete']);
  }

  /** Ends the engine as a machine does that shuts down; containers stop, all data stay. */
  async stopDaemon(): Promise<void> {
    await need(script, ['stop-daemon', this.name]);
  }

  /** Starts the engine again on the same data, unless it runs; with more environment where it needs some. */
  async startDaemon(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await need(script, ['start-daemon', this.name], { env: { ...process.env, ...env } });
  }

  /** Restarts the engine with settings as a reader writes them to daemon.json. */
  async configure(settings: string): Promise<void> {
    await this.stopDaemon();
    await writeFile(join(dirname(this.home), 'daemon.json'), settings);
    await this.startDaemon();
  }

  /** Lays a cable to another engine, as in one classroom; gives back this one's address on it. */
  async link(other: Engine): Promise<string> {
    const [own = ''] = (await need(script, ['link', this.name, other.name])).split('\n');
    return own;
  }

  /** Ends all that runs in the namespace, and removes every trace of the engine. */
  async stop(): Promise<void> {
    await need(script, ['down', this.name]);
  }

  private get netns(): string {
    return this.setting('DKKB_NETNS');
  }

  private setting(key: string): string {
    const value = this.env[key];
    if (value === undefined) throw new Error(`engine '${this.name}' has no ${key}`);
    return value;
  }
}

async function attach(name: string): Promise<Engine> {
  const settings = (await need(script, ['env', name])).trim().split('\n');
  const own = Object.fromEntries(settings.map((line) => line.split(/=(.*)/s, 2)));
  const kept = Object.entries(process.env).filter(([key]) => !/^(DOCKER_|XDG_|DKKB_)/.test(key));
  return new Engine(name, { ...Object.fromEntries(kept), ...own });
}

/** Starts an engine; the name is free, or that of an engine whose owner is gone. */
export async function startEngine(name: string, options: EngineOptions = {}): Promise<Engine> {
  const { registry = 'ro', owner = process.pid, version, env } = options;
  const which = version === 'newest' ? ['--newest'] : [];
  const own = ['--owner', String(owner), '--registry', registry, ...which];
  await need(script, ['up', name, ...own], { env: { ...process.env, ...env } });
  return attach(name);
}

/** The variable in which a test run hands its process id to its workers. */
export const RUN = 'DKKB_TESTBED_RUN';

/** The engine of this jest worker, emptied: started with the first test file that asks for it; the newest one with DKKB_ENGINE=newest. */
export async function useEngine(): Promise<Engine> {
  const owner = Number(process.env[RUN] ?? process.pid);
  const name = `t${String(owner)}-${process.env['JEST_WORKER_ID'] ?? '0'}`;
  if ((await run(script, ['env', name])).code !== 0) {
    const version = process.env['DKKB_ENGINE'] === 'newest' ? 'newest' : 'installed';
    return startEngine(name, { owner, version });
  }
  const engine = await attach(name);
  await engine.startDaemon();
  await engine.reset();
  return engine;
}
