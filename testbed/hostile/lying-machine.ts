import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Engine } from '../engine/engine';
import { LyingApi, type Lie } from './lying-api';
import type { Namespace } from '../engine/namespace';
import { need } from '../programs/process';
import { until } from '../programs/until';

/** What a machine lies about; it is honest about everything else. */
export interface Lies {
  /** Answers of the engine's API. */
  readonly api?: readonly Lie[];
  /** Lines of bash that run instead of commands; each key is a glob for the command, as in `case`. */
  readonly exec?: Readonly<Record<string, string>>;
}

/** The address of a student's machine on the cable to the teacher's. */
export const studentAddress = '198.51.100.7';

/** The options of `unshare` for the SSH server: all processes of its users end with it. */
const ownNamespaces = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

// Gives the machine its own place for the engine's socket, and the user of a class's VM.
const begin = `mount --bind "$1/passwd" /etc/passwd
  mount --bind "$1/run" /run
  mkdir -p /run/sshd
  ln -sf "$1/docker.sock" /run/docker.sock
  exec /usr/sbin/sshd -D -f "$1/config" -p "$2" -o ListenAddress="$3"`;

/** Makes the key with which the teacher logs in on lying machines, in a folder of the test. */
export async function loginKey(folder: string): Promise<string> {
  const key = join(folder, 'login');
  await need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  return key;
}

/** The surroundings of a lying machine. */
export interface LyingPlace {
  /** The namespace whose network it is in. */
  readonly place: Namespace;
  /** The namespace from which it is reached. */
  readonly teacher: Namespace;
  /** The engine that it lies about. */
  readonly student: Engine;
  /**
   * @default studentAddress
   */
  readonly address?: string;
  readonly port: number;
  /** The file of the public keys that may log in. */
  readonly keys: string;
  /**
   * The file of its host key.
   * @default a new one
   */
  readonly hostKey?: string;
}

/**
 * A stand-in for a machine whose owner, as root, makes it lie: a real SSH server in front of a real engine. One engine
 * can have several such machines, each with its own lies.
 */
export class LyingMachine {
  private constructor(
    private readonly folder: string,
    private readonly where: LyingPlace,
    private readonly liar: LyingApi,
    private readonly server: ChildProcess,
  ) {}

  /** Starts it; resolves once a login with the key works. */
  static async start(where: LyingPlace): Promise<LyingMachine> {
    const { place, student, port, address = studentAddress, keys } = where;
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-liar-'));
    const at = (name: string) => join(folder, name);
    for (const name of ['home', 'run']) mkdirSync(at(name));
    const liar = new LyingApi(at('docker.sock'), student.host.replace('unix://', ''));
    await liar.listen();
    if (where.hostKey) copyFileSync(where.hostKey, at('host'));
    else await need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('host')]);
    writeFileSync(at('config'), settingsOf(folder, keys, student.env['PATH'] ?? ''));
    writeFileSync(at('banner'), '');
    const users = readFileSync('/etc/passwd', 'utf8');
    writeFileSync(at('passwd'), `${users}ubuntu:x:0:0::${at('home')}:/bin/bash\n`);
    const words = ['sh', '-euc', begin, '-', folder, String(port), address];
    const options = { stdio: 'ignore' } as const;
    const server = place.spawn('unshare', [...ownNamespaces, ...words], options);
    const machine = new LyingMachine(folder, where, liar, server);
    machine.tells({});
    await machine.untilOpen();
    return machine;
  }

  /** The options of dkkb that name it. */
  get on(): readonly string[] {
    const { address = studentAddress, port, keys } = this.where;
    const machine = `ssh://ubuntu@${address}:${String(port)}`;
    return ['--on', machine, '--identity', keys.replace(/\.pub$/, '')];
  }

  /** The home folder of its user. */
  get home(): string {
    return join(this.folder, 'home');
  }

  /** The environment of a student who works on the machine itself. */
  get env(): Readonly<Record<string, string>> {
    return { HOME: this.home };
  }

  /** Sets the text that its SSH server shows before a login. */
  banner(text: string): void {
    writeFileSync(join(this.folder, 'banner'), text);
  }

  /** Sets its lies from now on. */
  tells({ api = [], exec = {} }: Lies): void {
    this.liar.lies = api;
    writeLies(this.folder, exec);
  }

  /** Every question to the engine's API, and every command, until now. */
  get asked(): readonly string[] {
    return [...this.liar.asked, ...readFileSync(join(this.folder, 'asked'), 'utf8').split('\n')];
  }

  /** The sockets of SSH agents that the commands could use. */
  get agents(): readonly string[] {
    return readFileSync(join(this.folder, 'agents'), 'utf8').split('\n').filter(Boolean);
  }

  private async untilOpen(): Promise<void> {
    const { address = studentAddress, port, teacher } = this.where;
    const open = `: </dev/tcp/${address}/${String(port)}`;
    const { code } = await until(
      () => teacher.sh(open),
      (asked) => asked.code === 0 || this.server.exitCode !== null,
    );
    if (code !== 0) throw new Error(`the SSH server ended with ${String(this.server.exitCode)}`);
  }

  /** Ends it, and removes its files. */
  async stop(): Promise<void> {
    const ended = once(this.server, 'close');
    this.server.kill('SIGKILL');
    await Promise.all([ended, this.liar.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function settingsOf(folder: string, keys: string, path: string): string {
  const at = (name: string) => join(folder, name);
  const seen = { HOME: at('home'), PATH: path, DOCKER_HOST: `unix://${at('docker.sock')}` };
  const words = Object.entries(seen).map(([name, value]) => `${name}="${value}"`);
  const settings = [
    `HostKey ${at('host')}`,
    `AuthorizedKeysFile ${keys}`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    `Banner ${at('banner')}`,
    `SetEnv ${words.join(' ')}`,
    `ForceCommand cd "$HOME" && . ${at('lies')} && exec bash -c "$SSH_ORIGINAL_COMMAND"`,
  ];
  return `${settings.join('\n')}\n`;
}

/** Writes the file that the shell reads before each command of a login: it records the command, and lies. */
function writeLies(folder: string, exec: NonNullable<Lies['exec']>): void {
  const at = (name: string) => join(folder, name);
  for (const name of ['asked', 'agents']) writeFileSync(at(name), '', { flag: 'a' });
  const cases = Object.entries(exec).map(([glob, lines]) => `${glob}) ${lines}; exit ;;`);
  const lines = [
    `printf '%s\\n' "$SSH_ORIGINAL_COMMAND" >>${at('asked')}`,
    `printf '%s\\n' "\${SSH_AUTH_SOCK:-}" >>${at('agents')}`,
    'case $SSH_ORIGINAL_COMMAND in',
    ...cases,
    'esac',
  ];
  writeFileSync(at('lies'), `${lines.join('\n')}\n`);
}
