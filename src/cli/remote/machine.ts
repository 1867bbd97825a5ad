import type { NamedMachine } from '../../platforms/there';
import { optionWords } from '../../core/shell/command';
import { workThere } from '../../core/shell/lab-command';
import { UsageError } from '../usage-error';

/** The options that name another machine, and where on it the work is. */
export interface RemoteFlags {
  readonly on?: string;
  readonly identity?: string;
  readonly knownHosts?: string;
  readonly dir?: string;
  readonly context?: string;
  readonly namespace?: string;
}

/** The machine that `--on` names; undefined without `--on`. Throws when the options are wrong, or where there is no such machine. */
export async function machineOn(flags: RemoteFlags): Promise<NamedMachine | undefined> {
  const { on, identity, knownHosts, dir, context, namespace } = flags;
  if (on === undefined) {
    if (identity !== undefined) throw alone('--identity');
    if (knownHosts !== undefined) throw alone('--known-hosts');
    return undefined;
  }
  if (dir !== undefined && isOfWindows(dir)) throw notThere(dir);
  // Most labs are done on this computer: what leads to another one is loaded for that.
  const { wayTo } = await import('./way');
  const way = await wayTo(on, { identity, knownHosts });
  workThere(wordsOf(flags));
  const where = {
    ...(dir === undefined ? {} : { dir }),
    ...(context === undefined ? {} : { context }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  return { ...way, on, options: { ...way.options, ...where } };
}

/** The options that lead to the same machine again, and to the same place on it. */
export function wordsOf({
  on,
  identity,
  knownHosts,
  dir,
  context,
  namespace,
}: RemoteFlags): string[] {
  return optionWords({ on, identity, 'known-hosts': knownHosts, dir, context, namespace });
}

const isOfWindows = (dir: string) => /^(?:[a-z]:|\\\\)/i.test(dir);

function notThere(dir: string): UsageError {
  return new UsageError({
    ko: `--on과 함께 쓴 --dir는 그 컴퓨터의 폴더입니다. \`${dir}\`처럼 이 컴퓨터의 경로가 아니라 \`work\`나 \`/home/ubuntu/work\`처럼 씁니다.`,
    en: `With --on, --dir is a folder of that machine, such as \`work\` or \`/home/ubuntu/work\`, not a path of this one such as \`${dir}\`.`,
  });
}

function alone(option: string): UsageError {
  return new UsageError({
    ko: `${option} 옵션은 --on 옵션과 함께 씁니다. 예: \`--on ssh://student@127.0.0.1:2222 ${option} 파일\``,
    en: `${option} goes with --on, for example \`--on ssh://student@127.0.0.1:2222 ${option} FILE\``,
  });
}
