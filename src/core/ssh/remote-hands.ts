import { posix } from 'node:path';

import { answerLimit } from '../answers/answer';
import { Failure, lastLine } from '../failure';
import type { Hands } from '../machine/hands';
import { answerTime } from '../answers/question';
import { fileRefused } from '../problems/file-refused';
import { commandFailed } from '../problems/program';
import { remoteDiskFull } from '../problems/other-machine';
import type { Files } from '../machine/files';
import type { SshConnection } from './ssh';

/** How many bytes a program that works there may say. */
const outputLimit = answerLimit.output * 16;

// The connection may break in the middle: only a whole file gets its name, and `ln` takes no name that is in use.
const writing = `umask 022
mkdir -p -- "$3" || exit 1
part="$1.dkkb-$$"
trap 'rm -f -- "$part"' EXIT
set -C
cat >"$part" || exit 1
[ "$(wc -c <"$part")" -eq "$2" ] || { echo 'the connection ended' >&2; exit 1; }
ln -T -- "$part" "$1" 2>/dev/null && exit
# Some file systems know no second name of a file.
mv -nT -- "$part" "$1" && [ ! -e "$part" ] || { echo 'File exists' >&2; exit 1; }`;

const goingThere = 'cd -- "$1" || exit 1; shift; exec "$@"';

/** How a machine that is reached by SSH is changed. */
export function remoteHands(connection: SshConnection, { kind }: Pick<Files, 'kind'>): Hands {
  // The words behind the script are its arguments, so that no name is ever read as a command.
  const sh = async (script: string, args: readonly string[], input?: string) => {
    const limits = { timeout: answerTime, limit: answerLimit.output };
    const options = input === undefined ? limits : { ...limits, input };
    const { code, stderr } = await connection.run('sh', ['-c', script, 'sh', ...args], options);
    if (code !== 0) throw refusal(args[0] ?? '', lastLine(stderr));
  };
  const missingFolders = async (folder: string): Promise<string[]> => {
    if ((await kind(folder)) !== 'missing') return [];
    return [...(await missingFolders(posix.dirname(folder))), folder];
  };
  return {
    missingFolders,
    writeNew: (path, content) =>
      sh(writing, [path, String(Buffer.byteLength(content)), posix.dirname(path)], content),
    removeFile: (path) => sh('rm -f -- "$1"', [path]),
    removeEmptyFolder: (path) =>
      sh('[ -L "$1" ] || [ ! -d "$1" ] || rmdir --ignore-fail-on-non-empty -- "$1"', [path]),
    run: (program, args, { cwd, ...options } = {}) => {
      const limits = { limit: outputLimit, ...options };
      if (cwd === undefined) return connection.run(program, args, limits);
      return connection.run('sh', ['-c', goingThere, 'sh', cwd, program, ...args], limits);
    },
  };
}

/** The failure that the words of a program there mean. */
function refusal(path: string, said: string): Failure {
  if (/no space left|disk quota exceeded/i.test(said))
    return new Failure(remoteDiskFull({ path, said }));
  const [denied] = /permission denied|read-only file system|not permitted/i.exec(said) ?? [];
  if (denied) return new Failure(fileRefused({ path, code: denied, held: false }));
  return new Failure(commandFailed({ command: `sh … ${path}`, said }));
}
