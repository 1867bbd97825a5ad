/** Whether a processor's virtualization can be used; `none` where only the outside could give it, `unknown` where the system does not say. */
export type Virtualization = 'on' | 'off' | 'none' | 'unknown';

/** What a computer is, as far as its system told; a fact that was not told is undefined. */
export interface ComputerFacts {
  readonly system: 'windows' | 'macos' | 'linux';
  /** `Microsoft Windows 11 Home`, `macOS`, `Ubuntu 24.04.1 LTS`. */
  readonly name: string;
  /** The lines of a Linux system's os-release that tell its family. */
  readonly family?: string | undefined;
  /** `23H2`, `15.1`; where the name does not have it. */
  readonly version?: string | undefined;
  /** `22631`, `24B83`. */
  readonly build?: string | undefined;
  /** Of the system, and of the processor: a 32-bit system also runs on a 64-bit processor. */
  readonly bits?: 32 | 64 | undefined;
  readonly processorBits?: 32 | 64 | undefined;
  /** In the words of Docker: `amd64`, `arm64`; another one as the system names it. */
  readonly architecture?: string | undefined;
  /** In GiB. */
  readonly memory?: number | undefined;
  readonly virtualization: Virtualization;
  /** In what it runs, such as `wsl2`, `wsl1`, or the name of a hypervisor. */
  readonly inside?: string | undefined;
  /** Whether this terminal runs through Rosetta. */
  readonly translated?: boolean | undefined;
  /** Whether Rosetta is there; asked of a Mac with an Apple processor only. */
  readonly rosetta?: boolean | undefined;
}

/** What a Unix system told beside: who asks, and what is there for containers. */
export interface UnixFacts {
  readonly uid?: number | undefined;
  readonly user?: string | undefined;
  /** The groups of this login. */
  readonly groups: readonly string[];
  /** The members of the group docker; undefined where there is no such group. */
  readonly dockerMembers?: readonly string[] | undefined;
  /** The name of the WSL distribution. */
  readonly distribution?: string | undefined;
  /** The programs that are on the PATH, each with its place. */
  readonly programs: ReadonlyMap<string, string>;
  /** The paths that exist, of those that were asked for. */
  readonly paths: ReadonlySet<string>;
  /** Where the link `/var/run/docker.sock` leads. */
  readonly socketLink?: string | undefined;
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  amd64: 'amd64',
  aarch64: 'arm64',
  arm64: 'arm64',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386',
};

/** A processor's name in the words of Docker; undefined where it is none. */
export function architectureOf(machine: string | undefined): string | undefined {
  if (!machine || !/^[a-z]\w{1,30}$/i.test(machine)) return undefined;
  return architectures[machine.toLowerCase()] ?? machine.toLowerCase();
}

/** Memory in GiB, of bytes that a system told; undefined where that is no amount of memory. */
export function gibibytes(bytes: number): number | undefined {
  return Number.isFinite(bytes) && bytes > 0 && bytes < 2 ** 60 ? bytes / 2 ** 30 : undefined;
}
