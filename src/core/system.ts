import { chosenEngine, type ChosenEngine } from './machine/chosen-engine';
import { existsSync, readFileSync } from 'node:fs';
import { readersShell } from './shell/reader';
import type { Shell } from './shell/shells';

/** The systems for which remedies differ; Debian stands for Ubuntu and every other relative too. */
export type System =
  'debian' | 'fedora' | 'arch' | 'alpine' | 'suse' | 'linux' | 'wsl' | 'macos' | 'windows';

const families: readonly (readonly [RegExp, System])[] = [
  [/\b(?:debian|ubuntu)\b/, 'debian'],
  [/\b(?:fedora|rhel|centos)\b/, 'fedora'],
  [/\barch\b/, 'arch'],
  [/\balpine\b/, 'alpine'],
  [/\bsuse\b/, 'suse'],
];

/** Whether scripts for Linux can run on a system. */
export function isLinux(system: System): system is Exclude<System, 'windows' | 'macos'> {
  return system !== 'windows' && system !== 'macos';
}

/** The system that this runs on. */
function currentSystem(): System {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'macos';
  if (/microsoft/i.test(readOrEmpty('/proc/version'))) return 'wsl';
  return familyOf(readOrEmpty('/etc/os-release'));
}

/** The family of a Linux distribution, from its os-release file. */
export function familyOf(release: string): System {
  const ids = release.split('\n').filter((line) => /^ID(?:_LIKE)?=/.test(line));
  return families.find(([pattern]) => pattern.test(ids.join(' ')))?.[1] ?? 'linux';
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The facts about a machine that decide how its engine is started. */
export interface Machine {
  readonly system: System;
  readonly isRoot: boolean;
  /** The shell in which its user types. */
  readonly shell: Shell;
  /** Whether a file or folder exists. */
  has(path: string): boolean;
  /** The folder of the exercise, where it is not the one in which its user types. */
  readonly elsewhere?: string | undefined;
  /** What chose the engine of its docker client; undefined for the default one. */
  readonly chosen?: ChosenEngine | undefined;
}

let known: System | undefined;
let elsewhere: string | undefined;

/** Says that the exercise is done in another folder than the one in which its reader types. */
export function workElsewhere(folder: string): void {
  elsewhere = folder;
}

// Each fact is read when a remedy needs it: most problems are shown without any.
const here: Machine = {
  get system() {
    return (known ??= currentSystem());
  },
  get isRoot() {
    return process.getuid?.() === 0;
  },
  get shell() {
    return readersShell();
  },
  has: existsSync,
  get elsewhere() {
    return elsewhere;
  },
  get chosen() {
    return chosenEngine();
  },
};

/** The machine that this runs on. */
export function currentMachine(): Machine {
  return here;
}

/** Another machine, about which it is only known that SSH reaches it. */
export const otherMachine: Machine = {
  system: 'debian',
  isRoot: false,
  shell: 'bash',
  has: () => true,
};
