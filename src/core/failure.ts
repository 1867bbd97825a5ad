import { endOf, readLimit } from './answers/bounds';
import { visibleLog } from './answers/visible';

/** What the outside refused, as a stable code with its values; the words for it are the caller's. */
export class Failure extends Error {
  /** What the outside said in them is written so that no terminal obeys it. */
  readonly values: Readonly<Record<string, string>>;

  constructor(
    readonly code: FailureCode,
    values: Readonly<Record<string, string>> = {},
  ) {
    const shown = visibleLog(values);
    super(`${code} ${JSON.stringify(shown)}`);
    this.values = shown;
  }
}

/** Every way in which a program, the engine or a registry is known to refuse. */
export type FailureCode =
  | 'program-missing'
  | 'engine-not-running'
  | 'engine-not-answering'
  | 'program-not-answering'
  | 'answer-too-large'
  | 'answer-unreadable'
  | 'file-not-regular'
  | 'socket-denied'
  | 'compose-missing'
  | 'compose-file-refused'
  | 'registry-limit'
  | 'registry-unreachable'
  | 'image-missing'
  | 'image-wrong-platform'
  | 'disk-full'
  | 'port-in-use'
  | 'name-in-use'
  | 'lab-busy'
  | 'record-damaged'
  | 'data-folder-unusable'
  | 'archive-missing'
  | 'archive-refused'
  | 'file-in-way'
  | 'image-in-way'
  | 'volume-in-way'
  | 'ssh-unreachable'
  | 'ssh-denied'
  | 'ssh-host-changed'
  | 'remote-engine-silent'
  | 'remote-shell-noisy'
  | 'remote-check-slow'
  | 'remote-cluster-missing'
  | 'browser-missing'
  | 'folder-in-way'
  | ClusterFailureCode
  | CloudFailureCode
  | VmFailureCode
  | 'command-failed';

/** Every way in which the cloud, or a class in it, is known to refuse. */
export type CloudFailureCode =
  | 'aws-no-credentials'
  | 'aws-credentials-expired'
  | 'aws-credentials-refused'
  | 'aws-clock-wrong'
  | 'aws-denied'
  | 'aws-permission-missing'
  | 'aws-unreachable'
  | 'aws-quota-exceeded'
  | 'aws-no-capacity'
  | 'class-busy'
  | 'class-state-locked'
  | 'class-state-damaged'
  | 'address-unknown';

/** Every way in which a student's VM is known not to become ready. */
export type VmFailureCode =
  'vm-steps-failed' | 'vm-interrupted' | 'vm-late' | 'vm-no-address' | 'vm-host-key-unknown';

/** Every way in which a cluster is known to refuse. */
export type ClusterFailureCode =
  | 'no-cluster'
  | 'context-unknown'
  | 'context-not-chosen'
  | 'context-not-local'
  | 'cluster-not-answering'
  | 'cluster-login-refused'
  | 'cluster-forbidden'
  | 'namespace-missing'
  | 'node-port-taken'
  | 'quota-exceeded';

interface Pattern {
  readonly code: FailureCode;
  readonly test: RegExp;
}

/** The engine's own words for each failure, newest and oldest wording, most telling first. */
export const failurePatterns: readonly Pattern[] = [
  {
    code: 'socket-denied',
    test: /permission denied while trying to connect(?:[^\n]*? at (?<endpoint>\w+:\/\/\S+?)(?=:?(?:\s|$)))?/i,
  },
  {
    code: 'engine-not-running',
    test: /(?:cannot connect to the docker daemon|failed to connect to the docker api)(?: at (?<endpoint>\S+?))?[.;]?(?:\s|$)|error during connect|dockerDesktopLinuxEngine|context "[^"]*"(?: does not exist|: context not found)/i,
  },
  {
    code: 'compose-missing',
    // Without the plugin the client takes Compose's own options for its own.
    test: /unknown command: docker compose|'compose' is not a docker command|unknown flag: --(?:file|project-name|progress)\b/i,
  },
  { code: 'disk-full', test: /no space left on device/i },
  { code: 'registry-limit', test: /toomanyrequests|too many requests|pull rate limit/i },
  {
    code: 'image-wrong-platform',
    test: /(?:no matching manifest|no match for platform in manifest)(?: for (?<platform>\w+\/\w+))?/i,
  },
  {
    code: 'name-in-use',
    test: /container name "?\/?(?<name>[\w.-]+)"? is already in use by container "?(?<by>\w+)/i,
  },
  {
    code: 'port-in-use',
    test: /(?:bind for|listen tcp[46]?|bind host port(?: for)?|address) \S{0,100}?:(?<port>\d{1,5})\b[^\n]{0,300}?(?:port is already allocated|address already in use|only one usage of each socket address|forbidden by its access permissions)/i,
  },
  {
    code: 'registry-unreachable',
    test: /no such host|i\/o timeout|connection refused|network is unreachable|tls handshake timeout|temporary failure in name resolution|context deadline exceeded|server misbehaving|client\.timeout exceeded/i,
  },
  {
    code: 'image-missing',
    test: /manifest(?: for \S+)? (?:unknown|not found)|pull access denied|no such image|failed to resolve reference [^\n]{0,1000}: not found/i,
  },
];

/** The failure that the end of a program's error output tells of; `command-failed` with that output when none is known. */
export function failureFrom(
  output: string,
  values: Readonly<Record<string, string>> = {},
): Failure {
  const stderr = endOf(output, readLimit.error);
  for (const { code, test } of failurePatterns) {
    const match = test.exec(stderr);
    if (match)
      return new Failure(code, { ...values, ...definedGroups(match), said: lastLine(stderr) });
  }
  return new Failure('command-failed', { ...values, said: lastLine(stderr) });
}

function definedGroups(match: RegExpExecArray): Record<string, string> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value));
}

/** The last line of a program's output that says something. */
export function lastLine(output: string): string {
  const lines = endOf(output, readLimit.error)
    .split('\n')
    .map((line) => line.trim());
  return (
    lines.filter((line) => line && !/^See 'docker|^Run 'docker|^Usage:/.test(line)).at(-1) ?? ''
  );
}

/** A command as it is told of: its first words are enough to know it by. */
export function shown(program: string, args: readonly string[]): string {
  const words = [program, ...args].join(' ');
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
