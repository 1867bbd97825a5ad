import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { instructor } from '../../src/class/config/practice-vm';
import { practiceMachine } from '../../src/core/practice-machine';
import { startAws, type Aws } from '../aws/aws';
import { forward } from '../engine/forward';
import { finish, need, type Finished } from '../programs/process';
import { until } from '../programs/until';
import { VirtualMachine } from './vm';
import { dkkb } from '../programs/paths';

/** An instance in the Terraform state of a class. */
export interface Instance {
  readonly id: string;
  readonly public_ip: string;
  readonly user_data_base64: string;
}

interface State {
  readonly resources?: readonly {
    readonly type: string;
    readonly instances: readonly { readonly index_key?: string; readonly attributes: Instance }[];
  }[];
}

/** A teacher's machine in its own network, with a local AWS API. An instance's address can lead to a real VM. */
export class TeacherNetwork {
  private readonly closing: (() => Promise<unknown>)[] = [];
  private aws?: Aws;

  private constructor(
    private readonly holder: ChildProcess,
    /** The folder with the configuration and everything that the class keeps. */
    readonly folder: string,
  ) {}

  /** Makes the network, and starts the API in it. */
  static async start(): Promise<TeacherNetwork> {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-teacher-'));
    // The network exists while this program's standard input is open, so it ends with this process.
    const hold = ['--net', 'sh', '-c', 'ip link set lo up && echo up && exec cat'];
    const holder = spawn('unshare', hold, { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const network = new TeacherNetwork(holder, folder);
    network.aws = await startAws(network.within);
    return network;
  }

  private get within(): readonly string[] {
    const network = `--net=/proc/${String(this.holder.pid)}/ns/net`;
    return ['setpriv', '--pdeathsig', 'KILL', 'nsenter', network, '--'];
  }

  /** Starts a dkkb in the network. */
  spawn(command: string, args: readonly string[]): ChildProcess {
    const [first = '', ...words] = [...this.within, command, ...args];
    return spawn(first, words, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...this.aws?.env,
        DKKB_DATA: join(this.folder, 'data'),
        DKKB_LANG: 'en',
      },
    });
  }

  /** Starts `dkkb class` there. */
  start(...words: string[]): ChildProcess {
    const child = this.spawn(process.execPath, [dkkb, 'class', ...words]);
    this.closing.push(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    return child;
  }

  /** Runs `dkkb class` there to its end. */
  run(...words: string[]): Promise<Finished> {
    return finish(this.start(...words));
  }

  /** Writes the configuration of the class. */
  configure(config: object): void {
    writeFileSync(join(this.folder, 'dkkb.config.yaml'), JSON.stringify(config));
  }

  /** A file of the class of that name. */
  fileOf(className: string, ...names: string[]): string {
    return join(this.folder, 'data', 'classes', className, ...names);
  }

  /** The instance of a student; undefined until the class's state has it. */
  instanceOf(className: string, student: string): Instance | undefined {
    const text = readFileSync(this.fileOf(className, 'terraform.tfstate'), 'utf8');
    // Terraform empties the file before it writes.
    if (text === '') return undefined;
    const { resources = [] } = JSON.parse(text) as State;
    return resources
      .filter(({ type }) => type === 'aws_instance')
      .flatMap(({ instances }) => instances)
      .find(({ index_key }) => index_key === student)?.attributes;
  }

  /** Boots a VM with the user-data and the key of a student's instance, once that is in the class's state; the instance's address then leads to the VM. */
  async launch(className: string, student: string, user: string): Promise<VirtualMachine> {
    const instance = await until(() => this.instanceOf(className, student), Boolean);
    if (!instance) throw new Error(`${student} has no instance`);
    const vm = await VirtualMachine.boot({
      instance: instance.id,
      userData: Buffer.from(instance.user_data_base64, 'base64'),
      publicKey: readFileSync(this.fileOf(className, 'keys', `${student}.pub`), 'utf8').trim(),
      identity: this.fileOf(className, 'keys', instructor),
      user,
    });
    this.closing.push(() => vm.end());
    if (this.aws) symlinkSync(vm.consoleFile, join(this.aws.consoles, instance.id));
    await this.lead(instance.public_ip, vm.port);
    return vm;
  }

  private async lead(address: string, port: number): Promise<void> {
    const socket = join(this.folder, `${address}.sock`);
    const open = new Set<Socket>();
    const server = createServer((asked) => {
      const way = connect(port, '127.0.0.1');
      asked.pipe(way).pipe(asked);
      for (const end of [asked, way]) {
        open.add(end.on('close', () => open.delete(end)));
        end.on('error', () => [asked, way].forEach((one) => one.destroy()));
      }
    }).listen(socket);
    await once(server, 'listening');
    const [first = '', ...words] = this.within;
    await need(first, [...words, 'ip', 'address', 'add', `${address}/32`, 'dev', 'lo']);
    const end = await forward((name, args) => this.spawn(name, args), address, 22, socket);
    this.closing.push(end, () => {
      open.forEach((one) => one.destroy());
      return closed(server);
    });
  }

  /** Ends everything that was started in the network, and removes its files. */
  async stop(): Promise<void> {
    for (const close of this.closing) await close();
    await this.aws?.stop();
    const ended = once(this.holder, 'close');
    this.holder.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true });
  }
}

/** The deadline of a student's VM by the VM's own clock, in seconds since the epoch, and the seconds until then. */
export async function deadlineOf(vm: VirtualMachine): Promise<{ at: number; left: number }> {
  const { stdout } = await vm.ssh(`sudo ${practiceMachine.deadlineCommand} show`);
  const [at = '', left = ''] = stdout.trim().split(' ');
  return { at: Date.parse(at) / 1000, left: Number(left) };
}

async function closed(server: Server): Promise<void> {
  const closing = once(server, 'close');
  server.close();
  await closing;
}
