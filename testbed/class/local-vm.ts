import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../src/core/machine/ports';
import { cache, dkkb } from '../programs/paths';
import { finish, type Finished } from '../programs/process';
import { until } from '../programs/until';
import { VirtualMachine } from './vm';
import { startVmMirror, type MirroredFiles } from './vm-mirror';
import { startVmRegistry } from './vm-registry';

/** The image of the test bed on which Docker already is: the tests of a class see its installation in a VM. */
export const testImage = join(cache, 'vm-ready', 'disk.img');

/** Minutes that an emulated machine may take beside other tests. */
export const patience = ['--timeout', '45'];

/** `dkkb vm` with a data folder of its own, and mirrors of packages and images for its VM. */
export class LocalVm {
  private readonly running = new Set<ChildProcess>();

  private constructor(
    /** The data folder. */
    readonly data: string,
    readonly sshPort: number,
    private readonly mirror: Awaited<ReturnType<typeof startVmMirror>>,
    private readonly registry: Awaited<ReturnType<typeof startVmRegistry>>,
    /** More files of the mirror. */
    readonly vendors: MirroredFiles,
  ) {}

  /** Makes the folder and starts the mirrors. */
  static async open(): Promise<LocalVm> {
    const vendors: MirroredFiles = new Map();
    const data = mkdtempSync(join(tmpdir(), 'dkkb-local-vm-'));
    const [mirror, registry] = [await startVmMirror(vendors), await startVmRegistry()];
    return new LocalVm(data, await freePort(), mirror, registry, vendors);
  }

  /** The options of `up` for a new VM. */
  get image(): readonly string[] {
    const size = ['--memory', '2048', '--ssh-port', String(this.sshPort)];
    return ['--image', testImage, ...size, ...patience];
  }

  /** Starts `dkkb vm`. */
  start(words: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
    return this.startDkkb(['vm', ...words], more);
  }

  private startDkkb(
    words: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): ChildProcess {
    const env = {
      ...process.env,
      ...more,
      DKKB_DATA: this.data,
      DKKB_LANG: 'en',
      DKKB_MIRROR: this.there(this.mirror.port),
      DKKB_IMAGE_MIRROR: this.there(this.registry.port),
    };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const child = spawn(process.execPath, [dkkb, ...words], { env, stdio: [...stdio] });
    this.running.add(child.once('close', () => this.running.delete(child)));
    return child;
  }

  /** The address of this machine's port for the VM. */
  private readonly there = (port: number) => `http://${VirtualMachine.host}:${String(port)}`;

  /** Runs `dkkb` to its end. */
  dkkb(...words: string[]): Promise<Finished> {
    return finish(this.startDkkb(words));
  }

  /** Runs `dkkb vm` to its end. */
  run(...words: string[]): Promise<Finished> {
    return finish(this.start(words));
  }

  /** Runs a shell command in the VM. */
  inVm(command: string): Promise<Finished> {
    return this.run('ssh', command);
  }

  /** Kills `up` as soon as it has come so far. */
  async killed(words: readonly string[], isSoFar: () => boolean): Promise<void> {
    const up = this.start(['up', ...words]);
    await until(isSoFar, Boolean, { pause: 5 });
    await kill(up);
  }

  /** The path of something in the data folder. */
  file(...names: string[]): string {
    return join(this.data, ...names);
  }

  /** Whether something is in the data folder. */
  has(...names: string[]): boolean {
    return existsSync(this.file(...names));
  }

  /** What is in the file of the VM's process. */
  get pid(): string {
    return readOrEmpty(this.file('vm', 'qemu.pid')).trim();
  }

  /** The processes of VMs whose files are in the data folder. */
  readonly machines = (): string[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => {
        const words = readOrEmpty(`/proc/${name}/cmdline`);
        return words.includes('qemu-system') && words.includes(`${this.data}/`);
      });

  /** Ends and removes everything. */
  async close(): Promise<void> {
    for (const child of this.running) child.kill('SIGKILL');
    await this.run('down', '--yes');
    for (const pid of this.machines()) process.kill(Number(pid), 'SIGKILL');
    await this.mirror.stop();
    await this.registry.stop();
    rmSync(this.data, { recursive: true });
  }
}

/** Kills a program, and waits until it has ended. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
