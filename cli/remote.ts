import { existsSync } from 'node:fs';
import type { Verdict } from '../actions/verdict';
import type { Problem } from '../checks/check';
import type { Lab } from '../labs/lab';
import { parseSshTarget } from '../runtime/ssh-target';
import { UsageError } from './usage-error';

/** The options that name another machine to check. */
export interface RemoteFlags {
  readonly on?: string;
  readonly identity?: string;
  readonly dir?: string;
  readonly context?: string;
  readonly namespace?: string;
}

type Grader = (
  labs: readonly Lab[],
  flags: RemoteFlags,
  onWaiting: (problem: Problem) => void,
) => Promise<Verdict[]>;

/** What grades labs on the machine that `--on` names, if it does; throws what is wrong with the options. */
export function graderOn({ on, identity, ...flags }: RemoteFlags): Grader | undefined {
  if (on === undefined && identity !== undefined) throw identityAlone;
  if (on === undefined) return undefined;
  const target = parseSshTarget(on);
  if (!target) throw noTarget(on);
  if (process.platform === 'win32') throw notOnWindows;
  if (identity !== undefined && !existsSync(identity)) throw noIdentity(identity);
  const { dir, context, namespace } = flags;
  const options = {
    ...(identity ? { identity } : {}),
    ...(dir ? { dir } : {}),
    ...(context ? { context } : {}),
    ...(namespace ? { namespace } : {}),
  };
  return async (labs, _flags, onWaiting) => {
    const { gradeThere } = await import('../actions/remote-session');
    return gradeThere(labs, target, options, onWaiting);
  };
}

function noIdentity(file: string): UsageError {
  return new UsageError({
    ko: `개인 키 파일이 없습니다: ${file}`,
    en: `There is no private key file ${file}`,
  });
}

const identityAlone = new UsageError({
  ko: '--identity 옵션은 --on 옵션과 함께 씁니다. 예: --on ssh://student@127.0.0.1:2222 --identity FILE',
  en: '--identity goes with --on, for example --on ssh://student@127.0.0.1:2222 --identity FILE',
});

const notOnWindows = new UsageError({
  ko: 'Windows의 ssh로는 --on 옵션을 쓸 수 없습니다. WSL 터미널에서 같은 명령을 실행하세요.',
  en: 'With the ssh of Windows --on cannot work. Run the same command in a WSL terminal.',
});

function noTarget(on: string): UsageError {
  return new UsageError({
    ko: `--on에 쓴 \`${on}\` 값을 읽을 수 없습니다. ssh://사용자@주소:포트 모양으로 씁니다. 예: ssh://ubuntu@203.0.113.7`,
    en: `--on \`${on}\` is not ssh://USER@HOST:PORT, such as ssh://ubuntu@203.0.113.7`,
  });
}
