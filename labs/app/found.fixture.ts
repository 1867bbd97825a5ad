import { gradeOnce } from '../../src/computer/grade';
import {
  dockerVersion,
  flags,
  releases,
  swVers,
  sysctls,
} from '../../src/computer/recorded.fixture';
import { replayed, told, type Replay } from '../../src/computer/replayed.fixture';
import { knownPaths } from '../../src/computer/system/unix-script';
import type { System } from '../../src/core/system';
import { labs } from '../app-labs';

/** What the programs of a computer answer. */
export type Answers = Readonly<Record<string, Replay>>;

/** What the check of a lab finds on a computer that answers like that. */
export async function found(id: string, system: System, answers: Answers, checks = Infinity) {
  const lab = labs.find((one) => one.id === id);
  if (!lab) throw new Error(`no lab ${id}`);
  const session = { folder: '/nowhere', dir: '/', outside: replayed(system, answers) };
  const { status, items, problems, notes } = await gradeOnce(
    { ...lab, checks: lab.checks.slice(0, checks) },
    session,
  );
  const line = (one: (typeof problems)[number] | undefined) =>
    one?.describe().remedy.commands ?? [];
  return {
    status,
    codes: problems.map(({ code }) => code),
    notes: notes.map(({ code }) => code),
    told: items.flatMap((item) => item.found.map(({ en }) => en)),
    commands: [...problems, ...notes].flatMap(line),
  };
}

/** A docker client to which that engine answers. */
export const docker = (...given: Parameters<typeof dockerVersion>) => ({
  'docker version': { stdout: dockerVersion(...given) },
});
/** A docker client to which no engine answers, for that reason. */
export const noEngine = (stderr: string, context?: string) => ({
  'docker version': { code: 1, stdout: dockerVersion(undefined, context), stderr },
});

const laptop = {
  uname: 'Linux 6.8.0-51-generic x86_64',
  bits: '64',
  id: 'uid=1000(kim) gid=1000(kim) groups=1000(kim),27(sudo),106(docker)',
  release: releases.ubuntu2404,
  memory: 'MemTotal:       16316412 kB',
  cpu: flags.intel,
  kvm: 'yes',
  group: 'docker:x:106:kim',
  programs: '/usr/bin/docker\n/usr/bin/dockerd',
  home: '/home/kim',
};
/** A laptop with Linux; `more` changes parts of its answer. */
export const linux = (more = {}): Answers => ({ sh: { stdout: told({ ...laptop, ...more }) } });

const apple = {
  uname: 'Darwin 24.3.0 arm64',
  id: 'uid=501(kim) gid=20(staff) groups=20(staff)',
  sw_vers: swVers('26.1', '25B78'),
  sysctl: sysctls.apple,
  paths: knownPaths.rosetta,
  home: '/Users/kim',
};
/** A Mac with an Apple processor, and those paths. */
export const mac = (more: { readonly paths?: string } = {}): Answers => ({
  sh: { stdout: told({ ...apple, ...more, paths: `${knownPaths.rosetta}\n${more.paths ?? ''}` }) },
});
