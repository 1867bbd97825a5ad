import { Failure, lastLine } from '../failure';
import type { Problem } from '../problem';
import { sshKeyLocked, sshKeyPublic } from '../problems/ssh-key';
import { keyKindIn, onlyOwnKey } from './key-file';
import { sshHostChanged, sshDenied, sshUnreachable } from '../problems/remote';
import { currentMachine, type Machine } from '../system';

/** A machine that is reached by SSH, as `ssh://user@host:port` names it. */
export interface SshTarget {
  readonly user?: string;
  readonly host: string;
  readonly port?: number;
}

/** How a machine is reached, besides what the user's own SSH configuration says. */
export interface SshOptions {
  /** The file of the private key. */
  readonly identity?: string;
  /** The file with the machines' own keys; a new machine's is added. */
  readonly knownHosts?: string;
  /** The name under which that file has the machine's key, in place of its address; unless it is new, no other key is taken. */
  readonly host?: { readonly name: string; readonly isNew: boolean };
  /**
   * Seconds until a machine counts as unreachable.
   * @default 10
   */
  readonly timeout?: number;
}

/** Reads `ssh://user@host:port`; undefined when the text is no such address. A name that ssh would take for an option is refused. */
export function parseSshTarget(text: string): SshTarget | undefined {
  const name = '[A-Za-z0-9_][\\w.-]*';
  const pattern = new RegExp(
    `^ssh://(?:(?<user>${name})@)?(?<host>${name}|\\[[0-9a-f:]+\\])(?::(?<port>\\d{1,5}))?/?$`,
    'i',
  );
  const { user, host, port } = pattern.exec(text)?.groups ?? {};
  if (!host || (port !== undefined && (Number(port) < 1 || Number(port) > 65535))) return undefined;
  return {
    ...(user ? { user } : {}),
    host: host.replace(/[[\]]/g, ''),
    ...(port ? { port: Number(port) } : {}),
  };
}

/** Turns off the parts of the user's own configuration that must not reach a machine of somebody else, or that would stop our questions. */
const nothingAlong: readonly string[] = [
  // No agent, no display, no Kerberos ticket, no terminal.
  ...['-a', '-x', '-k', '-T'],
  ...['-o', 'ForwardAgent=no', '-o', 'ForwardX11=no', '-o', 'Tunnel=no'],
  ...['-o', 'ClearAllForwardings=yes', '-o', 'PermitLocalCommand=no', '-o', 'RemoteCommand=none'],
  // A shared connection of the user may forward all of that.
  ...['-o', 'ControlMaster=no', '-o', 'ControlPath=none', '-o', 'ControlPersist=no'],
  // No variable: ssh uses only the first SetEnv. See also `sshEnvironment`.
  ...['-o', 'SetEnv=DKKB=1'],
  // No further key that a machine offers.
  ...['-o', 'UpdateHostKeys=no'],
];

// A key in a file of ours is found again by the name of its machine.
const asItIs = ['-o', 'HashKnownHosts=no'];

/** The words of ssh that name a machine and how it is reached; nothing is ever asked at a terminal. */
export function sshArguments(target: SshTarget, options: SshOptions = {}): string[] {
  const { identity, knownHosts, host, timeout = 10 } = options;
  const isStrict = host?.isNew === false;
  return [
    ...nothingAlong,
    ...(identity ? ['-o', `IdentityFile=${sshPath(identity)}`, '-o', 'IdentitiesOnly=yes'] : []),
    ...(target.port ? ['-p', String(target.port)] : []),
    ...(target.user ? ['-l', target.user] : []),
    ...['-o', 'BatchMode=yes', '-o', `ConnectTimeout=${timeout}`, '-o', 'LogLevel=ERROR'],
    ...['-o', `StrictHostKeyChecking=${isStrict ? 'yes' : 'accept-new'}`],
    ...['-o', 'NoHostAuthenticationForLocalhost=yes'],
    ...(host ? ['-o', `HostKeyAlias=${host.name}`] : []),
    ...['-o', 'ServerAliveInterval=5', '-o', 'ServerAliveCountMax=3'],
    ...(knownHosts ? ['-o', `UserKnownHostsFile=${sshPath(knownHosts)}`, ...asItIs] : []),
    // ssh takes options behind the machine too.
    ...['--', target.host],
  ];
}

/** A path as an option of ssh takes it for itself: ssh splits it at spaces, and replaces what begins with `%`. */
export function sshPath(
  path: string,
  { system }: Pick<Machine, 'system'> = currentMachine(),
): string {
  // The ssh of Windows accepts both slashes; older versions accept no escaped backslash.
  const plain = system === 'windows' ? path.replaceAll('\\', '/') : path;
  return `"${plain.replace(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** What is wrong with the key itself that was refused, the named one or else the user's only one. */
function keyProblem(named: string): Problem | undefined {
  const file = named || (onlyOwnKey() ?? '');
  const kind = file ? keyKindIn(file) : undefined;
  if (kind === 'public') return sshKeyPublic({ file });
  if (kind !== 'locked') return undefined;
  const hasAgent = process.platform === 'win32' || process.env['SSH_AUTH_SOCK'] !== undefined;
  return sshKeyLocked({ file, hasAgent });
}

/** The failure that ssh's error output means. */
export function sshFailure(
  said: string,
  { user, host, port = 22 }: SshTarget,
  { identity = '', knownHosts = '', host: known }: SshOptions = {},
): Failure {
  // The reason why a key could not be tried says more than the refusal after it.
  const [ofKey] = /^Load key .*$/m.exec(said) ?? [];
  const reason = ofKey ?? (lastLine(said) || 'the connection ended');
  const machine = { host, port: String(port), user: user ?? '', said: reason };
  const values = {
    ...machine,
    ...(identity ? { identity } : {}),
    ...(knownHosts ? { knownHosts } : {}),
    ...(known ? { entry: known.name } : {}),
  };
  if (/host key verification failed|identification has changed/i.test(said))
    return new Failure(sshHostChanged(values));
  if (/permission denied|too many authentication failures|no such identity/i.test(said))
    return new Failure(keyProblem(identity) ?? sshDenied(values));
  return new Failure(sshUnreachable(values));
}
