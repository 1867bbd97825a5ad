import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

import { instructor } from '../classes/practice-vm';
import { startAws, type Aws } from './aws';
import type { Namespace } from './namespace';
import { finish, type Finished, type RunOptions } from './process';

const program = join(__dirname, '..', 'build', 'dkkb.mjs');

/** A student's VM as `dkkb class up -o json` names it. */
export interface ClassVm {
  readonly id: string;
  readonly name: string;
  readonly instance?: string;
  readonly address?: string;
}

/** A class named `docker` on a local AWS API of its own: its configuration, its folder, and the commands on it. */
export class TestClass {
  /** The command `dkkb`. */
  readonly program = program;

  private constructor(
    readonly folder: string,
    private readonly aws: Aws,
    private readonly place: Namespace | undefined,
  ) {}

  /** Starts the API, in the network of a place where one is named; nobody is in the class yet. */
  static async start(place?: Namespace): Promise<TestClass> {
    const aws = await startAws(place ? { within: place.within } : {});
    return new TestClass(mkdtempSync(join(tmpdir(), 'dkkb-class-')), aws, place);
  }

  /** A path in the class's folder. */
  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** A path in the folder in which the class keeps its keys and state. */
  kept(...names: string[]): string {
    return this.at('data', 'classes', 'docker', ...names);
  }

  /** Writes the configuration. */
  configure(students: readonly string[]): void {
    const lines = ['class: docker', `students: ${JSON.stringify(students)}`];
    writeFileSync(this.at('dkkb.config.yaml'), [...lines, 'allow: [127.0.0.1/32]'].join('\n'));
  }

  /** Starts `dkkb class`. */
  spawn(words: readonly string[], options: RunOptions = {}): ChildProcess {
    return this.spawnProgram(process.execPath, [program, 'class', ...words], options);
  }

  /** Starts a program where the class's commands run. */
  spawnProgram(file: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    const { env, ...rest } = options;
    const own = { ...this.aws.env, DKKB_DATA: this.at('data'), DKKB_LANG: 'en', ...env };
    const base = { cwd: this.folder, ...rest };
    if (this.place) return this.place.spawn(file, args, { ...base, env: own });
    return spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...base,
      env: { ...process.env, ...own },
    });
  }

  /** Runs `dkkb class` to its end, whatever its exit code. */
  run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
    return finish(this.spawn(words, { env }));
  }

  /** Makes what is missing; the VMs of the class. */
  async up(): Promise<ClassVm[]> {
    const { code, stdout, stderr } = await this.run(['up', '--no-wait', '-o', 'json']);
    if (code !== 0) throw new Error(`class up: ${String(code)}\n${stderr}`);
    return (JSON.parse(stdout) as { vms: ClassVm[] }).vms;
  }

  /** Puts a machine behind the address of a student's VM, with the keys that its user-data would bring: a stand-in for a VM that has booted. */
  async put(machine: Namespace, { id, address }: ClassVm): Promise<void> {
    if (!this.place || !address) throw new Error(`${id} has no place or no address`);
    const keys = this.at(`${id}.keys`);
    const publicKeys = [`${instructor}.pub`, `${id}.pub`].map((name) => this.kept('keys', name));
    writeFileSync(keys, publicKeys.map((path) => readFileSync(path, 'utf8')).join('\n'));
    await machine.becomeVm(this.place, address, keys);
  }

  /** Ends the API; nothing is left of the class. */
  async stop(): Promise<void> {
    await this.aws.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
