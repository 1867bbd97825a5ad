import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { dkkb } from '../programs/paths';
import type { Namespace } from '../engine/namespace';
import { finish, type Finished, type RunOptions } from '../programs/process';
import { readTrace, type Traced } from './trace';
import { repository } from '../programs/paths';

/** What a command did on its computer. */
export interface Watched extends Finished, Traced {
  /** The most memory that it used, in MB. */
  readonly megabytes: number;
  /** Whether it did not end by itself and was killed. */
  readonly hung: boolean;
}

/** Milliseconds in which a command has to end. The longest case, a page that comes a letter a second, takes 215 seconds. */
const patience = 300_000;

/** The files of a teacher that nothing on another machine may read, write or run. */
const secrets: Readonly<Record<string, string>> = {
  '.env': 'SECRET=canary\n',
  '.docker/config.json': JSON.stringify({ credsStore: 'canary', auths: { 'registry.test': {} } }),
  'bin/docker-credential-canary': '#!/bin/sh\ntouch "$HOME/credentials-given"\nexit 1\n',
  '.ssh/config': [
    'ForwardAgent yes',
    'PermitLocalCommand yes',
    'LocalCommand touch ~/local-command-ran',
    'RemoteForward 127.0.0.1:2299 127.0.0.1:22',
    '',
  ].join('\n'),
};

/** A teacher's computer that records of commands what they write, run, open and reach, and how much memory they use. */
export class WatchedTeacher {
  private constructor(private readonly place: Namespace) {}

  /** Makes an empty machine a teacher's computer. */
  static async on(place: Namespace): Promise<WatchedTeacher> {
    for (const [name, text] of Object.entries(secrets)) {
      const path = join(place.home, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text, { mode: name.startsWith('bin/') ? 0o755 : 0o600 });
    }
    // OpenSSH takes the home folder of its user from here, and ignores HOME.
    const users = readFileSync('/etc/passwd', 'utf8');
    const at = join(place.home, '..', 'passwd');
    writeFileSync(at, users.replace(/^(root:.*:)\/root:/m, `$1${place.home}:`));
    return new WatchedTeacher(place);
  }

  /** Runs dkkb under `strace` to its end. */
  async dkkb(
    words: readonly string[],
    { env = {}, cwd = this.place.home }: Pick<RunOptions, 'env' | 'cwd'> = {},
  ): Promise<Watched> {
    const folder = mkdtempSync(join(tmpdir(), 'dkkb-watched-'));
    const own = mkdtempSync(join(tmpdir(), 'dkkb-t-'));
    try {
      const hook = pathToFileURL(join(repository, 'testbed', 'hostile', 'measure.mjs')).href;
      const measured = join(folder, 'memory');
      const calls =
        'execve,connect,bind,openat,creat,mkdir,rename,renameat2,unlink,unlinkat,symlink,link';
      const begin = 'mount --bind "$1" /etc/passwd; shift; exec "$@"';
      const watch = ['strace', '-ff', '--seccomp-bpf', '-qq', '-s', '400', '-e', `trace=${calls}`];
      const child = this.place.spawn(
        'unshare',
        [
          ...['--mount', 'sh', '-euc', begin, '-', join(this.place.home, '..', 'passwd')],
          ...[...watch, '-o', join(folder, 'trace'), process.execPath, dkkb, ...words],
        ],
        {
          cwd,
          detached: true,
          env: {
            NODE_OPTIONS: `--import=${hook}`,
            DKKB_MEASURED: measured,
            PATH: `${join(this.place.home, 'bin')}:${process.env['PATH'] ?? ''}`,
            TMPDIR: own,
            NO_COLOR: '1',
            LANG: 'en_US.UTF-8',
            ...env,
          },
        },
      );
      let hung = false;
      const giveUp = setTimeout(() => {
        hung = true;
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      }, patience);
      const finished = await finish(child).finally(() => clearTimeout(giveUp));
      const traces = readdirSync(folder).filter((name) => name.startsWith('trace'));
      const traced = readTrace(traces.map((name) => readFileSync(join(folder, name), 'utf8')));
      const known = new RegExp(`^(?:${own}/|${measured}$)`);
      const wrote = traced.wrote.filter((path) => !known.test(path));
      const left = readdirSync(own).map((name) => join(own, name));
      const megabytes = hung ? 0 : Math.round(Number(readFileSync(measured, 'utf8')) / 1024);
      return { ...finished, ...traced, wrote: [...wrote, ...left], megabytes, hung };
    } finally {
      for (const made of [folder, own]) rmSync(made, { recursive: true, force: true });
    }
  }
}
