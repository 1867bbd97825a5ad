import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Verdict } from '../core/verdict';
import type { Problem } from '../core/problem';
import type { Lab } from '../../labs/lab';
import { onlyHostOf } from '../core/ssh/host-keys';
import { parseSshTarget, type SshOptions } from '../core/ssh/ssh-target';
import { UsageError } from './usage-error';

/** The options that name another machine to check. */
export interface RemoteFlags {
  readonly on?: string;
  readonly identity?: string;
  readonly knownHosts?: string;
  readonly dir?: string;
  readonly context?: string;
  readonly namespace?: string;
}

type Grader = (
  labs: readonly Lab[],
  flags: RemoteFlags,
  onWaiting: (problem: Problem) => void,
) => Promise<Verdict[]>;

/** Grades labs on the machine that `--on` names; undefined without `--on`. Throws when the options are wrong. */
export function graderOn({ on, identity, knownHosts, ...flags }: RemoteFlags): Grader | undefined {
  if (on === undefined) {
    if (identity !== undefined) throw alone('--identity');
    if (knownHosts !== undefined) throw alone('--known-hosts');
    return undefined;
  }
  const target = parseSshTarget(on);
  if (!target) throw noTarget(on);
  if (identity !== undefined && !existsSync(identity)) throw noIdentity(identity);
  const { dir, context, namespace } = flags;
  const options = {
    ...(identity ? { identity } : {}),
    ...(knownHosts === undefined ? {} : knownBy(knownHosts)),
    ...(dir ? { dir } : {}),
    ...(context ? { context } : {}),
    ...(namespace ? { namespace } : {}),
  };
  return async (labs, _flags, onWaiting) => {
    const { gradeThere } = await import('../platforms/over-ssh');
    return gradeThere(labs, target, options, onWaiting);
  };
}

function noIdentity(file: string): UsageError {
  return new UsageError({
    ko: `개인 키 파일이 없습니다: ${file}`,
    en: `There is no private key file ${file}`,
  });
}

/** The SSH options for a file that has only the keys of this machine. */
function knownBy(file: string): Pick<SshOptions, 'knownHosts' | 'host'> {
  const name = existsSync(file) ? onlyHostOf(readFileSync(file, 'utf8')) : undefined;
  if (name === undefined)
    throw new UsageError({
      ko: `한 컴퓨터의 호스트 키가 든 파일이 아닙니다: ${file}`,
      en: `This file does not have the host keys of one machine: ${file}`,
    });
  return { knownHosts: resolve(file), host: { name, isNew: false } };
}

function alone(option: string): UsageError {
  return new UsageError({
    ko: `${option} 옵션은 --on 옵션과 함께 씁니다. 예: \`--on ssh://student@127.0.0.1:2222 ${option} 파일\``,
    en: `${option} goes with --on, for example \`--on ssh://student@127.0.0.1:2222 ${option} FILE\``,
  });
}

function noTarget(on: string): UsageError {
  return new UsageError({
    ko: `--on에 쓴 \`${on}\` 값을 읽을 수 없습니다. ssh://사용자@주소:포트 모양으로 씁니다. 예: ssh://ubuntu@203.0.113.7`,
    en: `--on \`${on}\` is not ssh://USER@HOST:PORT, such as ssh://ubuntu@203.0.113.7`,
  });
}
