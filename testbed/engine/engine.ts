import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import Docker from 'dockerode';

import type { Condition } from '../../labs/shared/lab-cases';
import { clear, clearTags, inventory, type Inventory } from '../labs/inventory';
import {
  environmentOf,
  isThere,
  keptByWorker,
  Namespace,
  ownName,
  startWith,
  type Answer,
  type StartOptions,
} from './namespace';
import { repository } from '../programs/paths';

export { finish, type Finished, type RunOptions } from '../programs/process';
export { RUN } from './namespace';
export type { Inventory } from '../labs/inventory';

const script = join(repository, 'testbed', 'engine.sh');

/** How an engine is started. */
export interface EngineOptions extends StartOptions {
  /**
   * This machine's engine, or Debian's newest with its client and Compose.
   * @default 'installed'
   */
  readonly version?: 'installed' | 'newest';
}

/** A Docker Engine of its own inside a network namespace of its own. */
export class Engine extends Namespace {
  /** The engine's API, for all that no reader types; its socket is reached from any namespace. */
  readonly api = new Docker({ socketPath: this.host.replace('unix://', '') });

  /** The engine's address, as in DOCKER_HOST. */
  get host(): string {
    return this.setting('DOCKER_HOST');
  }

  /** Runs a docker command that has to succeed, and gives back what it printed. */
  readonly docker = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await this.exec('docker', args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')}: exit ${String(code)}\n${stderr}`);
    return stdout.trim();
  };

  /** What the engine holds now. */
  inventory(): Promise<Inventory> {
    return inventory(this.api);
  }

  /** Pulls images, each by a name as readers type it. */
  async pull(...images: readonly string[]): Promise<void> {
    for (const image of images) {
      const tagged = /:[^/]+$/.test(image) ? image : `${image}:latest`;
      const progress = await this.api.pull(tagged);
      await new Promise<void>((resolve, reject) =>
        this.api.modem.followProgress(progress, (error) => (error ? reject(error) : resolve())),
      );
    }
  }

  override async asks(condition: Condition): Promise<Answer> {
    if (typeof condition === 'string') return super.asks(condition);
    const name = [`^/${condition.container}$`];
    const [found] = await this.api.listContainers({ all: true, filters: { name } });
    return { holds: found?.State === condition.state, saw: found?.Status ?? 'no such container' };
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
    await clear(this.api);
    await this.emptyHome();
  }

  /** Takes the tags but `latest` from the images that were pulled. */
  async clearTags(): Promise<void> {
    await clearTags(this.api);
  }

  /** Ends the engine as a machine does that shuts down; containers stop, all data stay. */
  async stopDaemon(): Promise<void> {
    await this.tell('stop-daemon');
  }

  /** Starts the engine again on the same data, unless it runs; with more environment where it needs some. */
  async startDaemon(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.tell('start-daemon', [], env);
  }

  /** Restarts the engine with settings as a reader writes them to daemon.json. */
  async configure(settings: string): Promise<void> {
    await this.stopDaemon();
    await writeFile(join(dirname(this.home), 'daemon.json'), settings);
    await this.startDaemon();
  }

  /** Lays a cable to another engine, as in one classroom; gives back this one's address on it. */
  async link(other: Engine): Promise<string> {
    const [own = ''] = (await this.tell('link', [other.name])).split('\n');
    return own;
  }
}

async function attach(name: string): Promise<Engine> {
  return new Engine(script, name, await environmentOf(script, name));
}

/** Starts an engine of this process's own; the name is free, or that of an engine whose owner is gone. */
export async function startEngine(name: string, options: EngineOptions = {}): Promise<Engine> {
  return start(ownName(name), options);
}

async function start(name: string, options: EngineOptions): Promise<Engine> {
  const { version, ...rest } = options;
  await startWith(script, name, rest, version === 'newest' ? ['--newest'] : []);
  return attach(name);
}

/** The engine of this jest worker, emptied: started with the first test file that asks for it; the newest one with DKKB_ENGINE=newest. */
export async function useEngine(): Promise<Engine> {
  const { name, owner } = keptByWorker('t');
  if (!(await isThere(script, name))) {
    const version = process.env['DKKB_ENGINE'] === 'newest' ? 'newest' : 'installed';
    return start(name, { owner, version });
  }
  const engine = await attach(name);
  await engine.startDaemon();
  await engine.reset();
  return engine;
}

/** The engine of this jest worker for a test file: empty when each of its tests begins, and when the last has ended. */
export function useEmptyEngine(): () => Engine {
  let engine: Engine;
  beforeAll(async () => {
    engine = await useEngine();
  });
  beforeEach(() => engine.reset());
  afterAll(() => engine.reset());
  return () => engine;
}
