import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import type { Engine } from './engine';
import type { Namespace } from './namespace';
import { need } from '../programs/process';
import { until } from '../programs/until';

/** The place in which an SSH server is started. */
export type ServerPlace = Pick<Namespace, 'env' | 'spawn' | 'sh'>;

// The socket of its engine stands where that of every machine does.
const atTheUsualSocket = `mount --bind "$1" /run
  mkdir -p /run/sshd
  ln -sf "$2" /run/docker.sock
  shift 2
  exec "$@"`;

/** The place of an engine as a machine of its own; `folder` holds its `/run`. */
export function ownMachine(engine: Engine, folder: string): ServerPlace {
  const before = ['--mount', 'sh', '-euc', atTheUsualSocket, '-', folder];
  const socket = engine.host.replace('unix://', '');
  return {
    env: engine.env,
    sh: (line, options) => engine.sh(line, options),
    spawn: (program, args, options) =>
      engine.spawn('unshare', [...before, socket, program, ...args], options),
  };
}

/** A real SSH server inside a namespace: a login there is like one on a machine of its own. */
export class SshServer {
  private constructor(
    private readonly folder: string,
    private readonly server: ChildProcess,
    private readonly port: number,
  ) {}

  /** Starts it, with additional lines of configuration; resolves once a login works. */
  static async start(
    place: ServerPlace,
    port: number,
    more: readonly string[] = [],
  ): Promise<SshServer> {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-sshd-'));
    const at = (name: string) => join(folder, name);
    const keygen = (name: string) =>
      need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
    await Promise.all(['host', 'key'].map(keygen));
    writeFileSync(at('authorized'), readFileSync(at('key.pub')));
    const seen = ['HOME', 'PATH', 'KUBECACHEDIR', 'DOCKER_HOST'];
    const words = seen.map((name) => `${name}="${place.env[name] ?? ''}"`);
    const settings = [
      ...more,
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('authorized')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      `SetEnv ${words.join(' ')}`,
      'ForceCommand cd "$HOME" && exec bash -c "$SSH_ORIGINAL_COMMAND"',
    ];
    writeFileSync(at('config'), `${settings.join('\n')}\n`);
    await need('mkdir', ['-p', '/run/sshd']);
    const listen = ['-p', String(port), '-o', 'ListenAddress=127.0.0.1'];
    const server = place.spawn('/usr/sbin/sshd', ['-D', '-f', at('config'), ...listen]);
    const started = new SshServer(folder, server, port);
    await started.untilOpen(place);
    return started;
  }

  /** The file of the private key that may log in. */
  get identity(): string {
    return join(this.folder, 'key');
  }

  /** The options of dkkb that name it. */
  get on(): string[] {
    const address = `ssh://${userInfo().username}@127.0.0.1:${String(this.port)}`;
    return ['--on', address, '--identity', this.identity];
  }

  /** The environment of a client with another home than the server's. */
  get away(): Readonly<Record<string, string>> {
    return { HOME: this.folder, KUBECONFIG: '/dev/null' };
  }

  private async untilOpen(place: ServerPlace): Promise<void> {
    const open = `: </dev/tcp/127.0.0.1/${String(this.port)}`;
    const { code } = await until(
      () => place.sh(open),
      (asked) => asked.code === 0 || this.server.exitCode !== null,
    );
    if (code !== 0) throw new Error(`the SSH server ended with ${String(this.server.exitCode)}`);
  }

  /** Breaks the connections that are open; new ones are taken. */
  async breakConnections(): Promise<void> {
    const pid = String(this.server.pid);
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    for (const child of children.split(' ').filter(Boolean)) process.kill(Number(child), 'SIGKILL');
  }

  /** Ends it, and removes its files. */
  async stop(): Promise<void> {
    const ended = once(this.server, 'close');
    this.server.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
