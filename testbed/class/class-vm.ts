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

/** An instance as the state of a class has it. */
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

/** A teacher's machine in a network of its own, with a local AWS API whose instances can have a real VM behind their address. */
export class TeacherNetwork {
  private readonly closing: (() => Promise<unknown>)[] = [];
  private aws?: Aws;

  private constructor(
    private readonly holder: ChildProcess,
    /** Where the configuration and all that the class keeps are. */
    readonly folder: string,
  ) {}

  /** Makes the network, and starts the API in it. */
  static async start(): Promise<TeacherNetwork> {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-teacher-'));
    // It lives as long as its standard input is open, so at most as long as this process.
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
    return this.spawn(process.execPath, [dkkb, 'class', ...words]);
  }

  /** Runs `dkkb class` there to its end. */
  run(...words: string[]): Promise<Finished> {
    return finish(this.start(...words));
  }

  /** Writes the configuration of the class. */
  configure(config: object): void {
    writeFileSync(join(this.folder, 'dkkb.config.yaml'), JSON.stringify(config));
  }

  /** A file of the class that is called so. */
  fileOf(className: string, ...names: string[]): string {
    return join(this.folder, 'data', 'classes', className, ...names);
  }

  /** The instance of a student; undefined until the class's state has it. */
  instanceOf(className: string, student: string): Instance | undefined {
    const text = readFileSync(this.fileOf(className, 'terraform.tfstate'), 'utf8');
    // Terraform empties it before it writes.
    if (text === '') return undefined;
    const { resources = [] } = JSON.parse(text) as State;
    return resources
      .filter(({ type }) => type === 'aws_instance')
      .flatMap(({ instances }) => instances)
      .find(({ index_key }) => index_key === student)?.attributes;
  }

  /** Boots what the cloud was told to start for a student, once the class's state knows it: its user-data, its key, and its address leads there. */
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

  /** Ends all that was started in it, and removes every trace. */
  async stop(): Promise<void> {
    for (const close of this.closing) await close();
    await this.aws?.stop();
    const ended = once(this.holder, 'close');
    this.holder.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true });
  }
}

/** The deadline of a student's VM as its own clock tells it, in seconds since the epoch, and the seconds left until then. */
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
