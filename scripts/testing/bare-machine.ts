import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { need, run, type Finished } from '../../testbed/programs/process';

const SCRIPTS = resolve(__dirname, '..');
const CONTROL_GROUPS = 'dkkb-bare-';
const ENVIRONMENT = [
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  'HOME=/root',
  'LC_ALL=C.UTF-8',
];

/** The releases that can be booted. */
export type Release = 'bookworm' | 'trixie' | 'jammy' | 'noble' | 'resolute';

/** A bare Debian or Ubuntu that runs on this machine with its own disk, processes and network; nothing stays when it ends. */
export class BareMachine {
  private server?: ChildProcess;

  private constructor(
    private readonly init: ChildProcess,
    private readonly network: ChildProcess,
    /** The process id, on this machine, of its first process. */
    readonly pid: string,
  ) {}

  /** Makes a machine with nothing installed; the scripts are at `/opt/scripts`. */
  static async boot(release: Release = 'bookworm'): Promise<BareMachine> {
    await sweepControlGroups();
    const root = (await need('bash', [join(__dirname, 'bare-root.sh'), release])).trim();
    const namespaces = ['--mount', '--pid', '--net', '--uts', '--ipc', '--fork', '--kill-child'];
    const first = ['bash', join(__dirname, 'bare-machine.sh'), root, SCRIPTS];
    const init = spawn('unshare', [...namespaces, ...first], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const pid = (await firstData(init, 1)).replace('ready ', '').trim();
    // It ends when the pipe at descriptor 3 closes, which also happens when this process is killed.
    const network = spawn(
      'slirp4netns',
      ['--configure', '--disable-host-loopback', '--exit-fd=3', '--ready-fd=4', pid, 'tap0'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    await firstData(network, 4);
    return new BareMachine(init, network, pid);
  }

  /** The control group for its containers: `docker run --cgroup-parent`. */
  get controlGroup(): string {
    return `/${CONTROL_GROUPS}${this.pid}`;
  }

  /** Runs a shell command there as root, with an empty environment and the given settings. */
  sh(command: string, settings: Readonly<Record<string, string>> = {}): Promise<Finished> {
    const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    const enter = ['--target', this.pid, '--mount', '--pid', '--net', '--uts', '--ipc'];
    const shell = ['env', '-i', ...ENVIRONMENT, ...pairs, 'bash', '-c', command];
    return run('nsenter', [...enter, '--root', ...shell]);
  }

  /** Serves the machine's /srv/site over https there; vendor-site.sh makes that folder. */
  async serve(): Promise<void> {
    const server = [process.execPath, join(__dirname, 'serve.mjs'), `/proc/${this.pid}/root`];
    this.server = spawn('nsenter', ['--target', this.pid, '--net', ...server], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await firstData(this.server, 1);
  }

  /** Ends the machine; the kernel removes its processes, mounts and network. */
  async end(): Promise<void> {
    const children = [this.init, this.network, ...(this.server ? [this.server] : [])];
    const ended = children.map((child) => once(child, 'close'));
    this.init.stdin?.end();
    this.server?.stdin?.end();
    (this.network.stdio[3] as Socket).destroy();
    await Promise.all(ended);
    await sweepControlGroups();
  }
}

/** Removes the control groups of ended machines: only these stay behind. Those in use cannot be removed. */
async function sweepControlGroups(): Promise<void> {
  const ours = ['-path', `*/${CONTROL_GROUPS}*`, '-type', 'd'];
  await run('find', ['/sys/fs/cgroup', '-depth', ...ours, '-exec', 'rmdir', '{}', ';']);
}

/** The first output of a child on one of its descriptors; fails when it ends without output. */
async function firstData(child: ChildProcess, descriptor: 1 | 4): Promise<string> {
  for await (const chunk of child.stdio[descriptor] as Socket) return String(chunk);
  throw new Error(`${child.spawnfile} ended before it was ready`);
}
