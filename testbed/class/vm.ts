import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePort } from '../../src/core/machine/ports';
import { cache } from '../programs/paths';
import { need, run, type Finished } from '../programs/process';
import { until } from '../programs/until';

/** The folder of the VM's disk, kernel and packages. */
export const vmPart = join(cache, 'vm');

/** What a cloud gives to a machine that it starts. */
export interface Launch {
  readonly instance: string;
  readonly userData: Buffer;
  /** The OpenSSH public key that the cloud lets log in. */
  readonly publicKey: string;
  /** The user of the image. */
  readonly user: string;
  /** The file of the tests' private key; the user-data lets it log in. */
  readonly identity: string;
}

/** A real VM that boots the test bed's disk with its own user-data; its changes to the disk are lost when it ends. */
export class VirtualMachine {
  private constructor(
    private readonly folder: string,
    private readonly qemu: ChildProcess,
    private readonly launch: Launch,
    /** The port of this machine's loopback address for the VM's SSH server. */
    readonly port: number,
    private readonly off: Promise<unknown>,
  ) {}

  /** The address at which a VM reaches the loopback address of this machine. */
  static readonly host = '10.0.2.2';

  /** Boots. */
  static async boot(launch: Launch): Promise<VirtualMachine> {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-vm-'));
    const at = (name: string): string => join(folder, name);
    const { instance, publicKey, user, userData } = launch;
    const metaData = { 'instance-id': instance, 'public-keys': [publicKey] };
    writeFileSync(at('user-data'), userData);
    writeFileSync(at('meta-data'), JSON.stringify(metaData));
    // As in a cloud, the machine knows its own name; otherwise sudo would ask a name server.
    const image = {
      user: { name: user },
      manage_etc_hosts: 'localhost',
      // An emulated machine needs half a minute to make an RSA key.
      ssh_genkeytypes: ['ed25519'],
      // To show each key, cloud-init would start a program.
      ssh: { emit_keys_to_console: false },
      no_ssh_fingerprints: true,
    };
    writeFileSync(at('vendor-data'), `#cloud-config\n${JSON.stringify(image)}`);
    const seed = ['-V', at('vendor-data'), at('seed.img'), at('user-data'), at('meta-data')];
    await need('cloud-localds', seed);
    const port = await freePort();
    // It ends with this process, also when that is killed.
    const qemu = spawn(
      'setpriv',
      ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...hardware(folder, port)],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TMPDIR: folder } },
    );
    return new VirtualMachine(folder, qemu, launch, port, once(qemu, 'close'));
  }

  /** Runs a shell command there as the user of the image. */
  ssh(command: string): Promise<Finished> {
    const { identity, user } = this.launch;
    return run('ssh', [
      ...['-i', identity, '-p', String(this.port), '-o', 'IdentitiesOnly=yes'],
      ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', '-o', 'StrictHostKeyChecking=no'],
      ...['-o', `UserKnownHostsFile=${join(this.folder, 'known_hosts')}`, '-o', 'LogLevel=ERROR'],
      ...['-o', 'ServerAliveInterval=20', ...this.sharedLogin, `${user}@127.0.0.1`, command],
    ]);
  }

  /** All commands share one login, because each login takes an emulated machine seconds. */
  private get sharedLogin(): string[] {
    const socket = join(this.folder, 'ssh');
    return ['-o', 'ControlMaster=auto', '-o', `ControlPath=${socket}`, '-o', 'ControlPersist=yes'];
  }

  /** Ends the login, so that the next one has the user's new groups. */
  async logOut(): Promise<void> {
    const { user } = this.launch;
    await run('ssh', ['-O', 'exit', ...this.sharedLogin, `${user}@127.0.0.1`]);
  }

  /** Repeats a command until it succeeds there; rejects with the console's output when the VM powers off or the time is over. */
  async until(command: string, seconds: number): Promise<string> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const { code, stdout, stderr } = await this.ssh(command);
      if (code === 0) return stdout;
      const isOff = this.qemu.exitCode !== null;
      if (isOff || Date.now() > end)
        throw new Error(`${command}: ${stderr}\n${isOff ? 'the VM is off' : ''}${this.console()}`);
      await delay(500);
    }
  }

  /** Waits until it is off; rejects with the console's output when the time is over. */
  async untilOff(seconds: number): Promise<void> {
    const patience = delay(seconds * 1000, 'runs', { ref: false });
    if ((await Promise.race([this.off, patience])) === 'runs')
      throw new Error(`the VM still runs after ${String(seconds)} s\n${this.console()}`);
  }

  /** The file with its console's output. */
  get consoleFile(): string {
    return join(this.folder, 'console.log');
  }

  /** The end of its console's output. */
  private console(): string {
    return readFileSync(this.consoleFile, 'utf8').slice(-4000);
  }

  /** Ends the VM and removes its files. */
  async end(): Promise<void> {
    if (this.qemu.exitCode === null) this.qemu.kill('SIGKILL');
    await this.off;
    // The process of the shared login notices the end.
    await until(
      () => existsSync(join(this.folder, 'ssh')),
      (isThere) => !isThere,
    );
    rmSync(this.folder, { recursive: true });
  }
}

const kernelWords = [
  ...['root=/dev/vda', 'rw', 'console=ttyS0', 'quiet', 'mitigations=off', 'audit=0'],
  // On an emulated machine beside other tests, a service needs minutes instead of seconds.
  ...['systemd.default_timeout_start_sec=3600', 'systemd.default_device_timeout_sec=3600'],
  'systemd.service_watchdogs=no',
];

function hardware(folder: string, port: number): string[] {
  const forward = `hostfwd=tcp:127.0.0.1:${String(port)}-:22`;
  const disk = (file: string, more: string) => `file=${file},if=virtio,format=raw,${more}`;
  return [
    // One processor: with two, QEMU 7 may run an instruction that the other one's kernel has just replaced (Oops: int3).
    ...['-accel', 'tcg', '-cpu', 'Nehalem', '-smp', '1', '-m', '2048'],
    ...['-display', 'none', '-serial', `file:${join(folder, 'console.log')}`],
    ...['-kernel', join(vmPart, 'vmlinuz'), '-initrd', join(vmPart, 'initrd.img')],
    ...['-append', kernelWords.join(' ')],
    ...['-drive', disk(join(vmPart, 'disk.img'), 'snapshot=on,cache=unsafe')],
    ...['-drive', disk(join(folder, 'seed.img'), 'readonly=on')],
    ...['-netdev', `user,id=net,${forward}`, '-device', 'virtio-net-pci,netdev=net'],
  ];
}
