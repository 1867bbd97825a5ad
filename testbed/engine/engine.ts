import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import Docker from 'dockerode';

import type { Condition } from '../../labs/shared/lab-cases';
import type { Answer } from '../labs/place';
import { clear, clearTags, inventory, type Inventory } from '../labs/inventory';
import {
  environmentOf,
  isThere,
  keptByWorker,
  Namespace,
  ownName,
  startWith,
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

/** A Docker Engine in its own network namespace. */
export class Engine extends Namespace {
  /** The engine's API, for questions that are not commands of a reader; its socket is reached from any namespace. */
  readonly api = new Docker({ socketPath: this.host.replace('unix://', '') });

  /** The engine's address, as in DOCKER_HOST. */
  get host(): string {
    return this.setting('DOCKER_HOST');
  }

  /** Runs a docker command that has to succeed, and returns its output. */
  readonly docker = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await this.exec('docker', args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')}: exit ${String(code)}\n${stderr}`);
    return stdout.trim();
  };

  /** What the engine has now. */
  inventory(): Promise<Inventory> {
    return inventory(this.api);
  }

  /** Pulls images by the names that readers type. */
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

  /** Loads images from the test bed's archives, without a registry. */
  async load(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.docker('load', '--quiet', '--input', this.archive(name));
    }
  }

  /** The archive of one image of the test bed, made by `docker save`. */
  archive(name: string): string {
    return join(this.setting('DKKB_IMAGES'), `${name}.tar`);
  }

  /** Empties the engine and its home folder; pulled images stay. */
  async reset(): Promise<void> {
    await clear(this.api);
    await this.emptyHome();
  }

  /** Removes all tags except `latest` from the pulled images. */
  async clearTags(): Promise<void> {
    await clearTags(this.api);
  }

  /** Ends the engine as when a machine shuts down: containers stop, all data stay. */
  async stopDaemon(): Promise<void> {
    await this.tell('stop-daemon');
  }

  /** Starts the engine again on the same data, unless it runs; `env` is additional environment. */
  async startDaemon(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.tell('start-daemon', [], env);
  }

  /** Restarts the engine with the settings of a daemon.json. */
  async configure(settings: string): Promise<void> {
    await this.stopDaemon();
    await writeFile(join(dirname(this.home), 'daemon.json'), settings);
    await this.startDaemon();
  }

  /** Connects two engines by a cable, as in one classroom; returns the address of this one. */
  async link(other: Engine): Promise<string> {
    const [own = ''] = (await this.tell('link', [other.name])).split('\n');
    return own;
  }
}

async function attach(name: string): Promise<Engine> {
  return new Engine(script, name, await environmentOf(script, name));
}

/** Starts an engine of this process; the name has to be free, or that of an engine whose owner is gone. */
export async function startEngine(name: string, options: EngineOptions = {}): Promise<Engine> {
  return start(ownName(name), options);
}

async function start(name: string, options: EngineOptions): Promise<Engine> {
  const { version, ...rest } = options;
  await startWith(script, name, rest, version === 'newest' ? ['--newest'] : []);
  return attach(name);
}

/** The engine of this jest worker, emptied. The first test file that needs it starts it; with DKKB_ENGINE=newest it is the newest engine. */
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

/** The engine of this jest worker for a test file: emptied before each test, and after the last. */
export function useEmptyEngine(): () => Engine {
  let engine: Engine;
  beforeAll(async () => {
    engine = await useEngine();
  });
  beforeEach(() => engine.reset());
  afterAll(() => engine.reset());
  return () => engine;
}
