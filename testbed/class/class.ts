import { spawn, type ChildProcess } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { instructor } from '../../src/class/config/practice-vm';
import { startAws, useAws, type Aws } from '../aws/aws';
import type { Namespace } from '../engine/namespace';
import { finish, type Finished, type RunOptions } from '../programs/process';
import { dkkb } from '../programs/paths';

/** A student's VM in the JSON of the class commands. */
export interface ClassVm {
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  readonly instance?: string;
  readonly address?: string;
}

const [keysBegin, keysEnd] = ['BEGIN', 'END'].map((word) => `-----${word} SSH HOST KEY KEYS-----`);

/** `class up` that does not wait for machines: a local AWS API has none. */
export const upNow = ['up', '--no-wait', '-o', 'json'];

/** A class named `docker` on a local AWS API: its configuration, its folder, and the commands on it. */
export class TestClass {
  /** The folder of the configuration; also the working folder. */
  readonly folder = mkdtempSync(join(tmpdir(), 'dkkb-class-'));

  protected constructor(
    readonly aws: Aws,
    private readonly place?: Namespace,
  ) {}

  /** A class without students. Uses the worker's API, or starts one in the network of `place`. */
  static async start(place?: Namespace): Promise<TestClass> {
    return new TestClass(place ? await startAws(place.within) : await useAws(), place);
  }

  /** A path in the class's folder. */
  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** A path in the folder in which the class keeps its keys and state. */
  kept(...names: string[]): string {
    return this.at('data', 'classes', 'docker', ...names);
  }

  /** Writes the configuration, with these additional lines. */
  configure(students: readonly string[] | number, more: readonly string[] = []): void {
    const lines = ['class: docker', `students: ${JSON.stringify(students)}`];
    const text = [...lines, 'allow: [127.0.0.1/32]', ...more].join('\n');
    writeFileSync(this.at('dkkb.config.yaml'), text);
  }

  /** The environment variables of a class command. */
  get env(): Readonly<Record<string, string>> {
    return { ...this.aws.env, DKKB_DATA: this.at('data'), DKKB_LANG: 'en' };
  }

  /** Starts `dkkb class`. */
  spawn(words: readonly string[], options: RunOptions = {}): ChildProcess {
    return this.spawnProgram(process.execPath, [dkkb, 'class', ...words], options);
  }

  /** Starts a program in the folder and the network of the class commands. */
  spawnProgram(file: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    const { env, ...rest } = options;
    const own = { ...this.env, ...env };
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

  /** Runs a class command that has to succeed, and returns the VMs in its JSON. */
  async vms(words: readonly string[], env?: NodeJS.ProcessEnv): Promise<ClassVm[]> {
    const done = await this.run(words, env);
    if (done.code !== 0) throw new Error(`class ${words.join(' ')}: ${JSON.stringify(done)}`);
    return vmsOf(done);
  }

  /** Makes a machine answer at the address of a student's VM, with the keys of its user-data: a stand-in for a VM that has booted. */
  async put(machine: Namespace, { id, address, instance = '' }: ClassVm): Promise<void> {
    if (!this.place || !address) throw new Error(`${id} has no place or no address`);
    const keys = this.at(`${id}.keys`);
    const publicKeys = [`${instructor}.pub`, `${id}.pub`].map((name) => this.kept('keys', name));
    writeFileSync(keys, publicKeys.map((path) => readFileSync(path, 'utf8')).join('\n'));
    await machine.becomeVm(this.place, address, keys);
    await this.showHostKeys(machine, instance);
  }

  /** Makes the console of a student's VM show the keys of the machine's SSH server, as cloud-init does. */
  async showHostKeys(machine: Namespace, instance: string): Promise<void> {
    const keys = await readFile(join(dirname(machine.home), 'host_key.pub'), 'utf8');
    const lines = ['[   31.4] cloud-init', keysBegin, keys.trim(), keysEnd, ''];
    await writeFile(join(this.aws.consoles, instance), lines.join('\r\n'));
  }

  /** Ends the API if it is this class's own, and what still works in its folder, and removes the class. */
  async stop(): Promise<void> {
    await this.aws.stop();
    // A provider stays when its Terraform is ended before it.
    workingIn(this.folder).forEach(end);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// It may end by itself meanwhile.
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The processes whose working folder is a folder or in it. */
export function workingIn(folder: string): number[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const own = /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      return own ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

/** The VMs in the JSON of a class command. */
export function vmsOf({ stdout }: Finished): ClassVm[] {
  return (JSON.parse(stdout) as { vms: ClassVm[] }).vms;
}
