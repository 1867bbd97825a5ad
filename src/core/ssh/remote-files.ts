import { answerLimit, tooLarge } from '../answers/answer';
import type { FileKind, Files } from '../machine/files';
import { Failure, lastLine } from '../failure';
import type { RunOptions } from '../machine/process';
import { answerTime } from '../answers/question';
import type { SshConnection } from './ssh';
import { fileNotRegular } from '../problems/answer';
import { commandFailed } from '../problems/program';

/** The exit code of the script for a path that is no regular file, such as a pipe: reading it may never end. */
const notRegular = 3;

/** The files of a machine that is reached by SSH. */
export function remoteFiles(connection: SshConnection): Files {
  // The words behind the script are its arguments, so that no name is ever read as a command.
  const sh = async (script: string, args: readonly string[], options: RunOptions = {}) => {
    const words = ['-c', script, 'sh', ...args];
    const limits = { timeout: answerTime, limit: answerLimit.output * 2 };
    const { code, stdout, stderr } = await connection.run('sh', words, { ...limits, ...options });
    if (code === notRegular) throw new Failure(fileNotRegular({ file: args[0] ?? '' }));
    if (code !== 0)
      throw new Failure(
        commandFailed({
          command: `sh … ${args[0] ?? ''}`,
          said: lastLine(stderr),
        }),
      );
    return stdout;
  };
  const kind = async (path: string): Promise<FileKind> => {
    const said = await sh(
      'if [ -d "$1" ]; then echo folder; elif [ -e "$1" ]; then echo file; elif [ -L "$1" ]; then echo broken-link; else echo missing; fi',
      [path],
    );
    return kinds.find((known) => known === said.trim()) ?? 'missing';
  };
  const bytes = async (path: string, limit: number = answerLimit.file) => {
    const script = `[ -f "$1" ] || exit ${notRegular}; head -c "$2" <"$1" | base64`;
    const most = { limit: limit * 2 + answerLimit.output };
    // One byte more than the limit, which only a longer file has.
    const said = await sh(script, [path, String(limit + 1)], most);
    const content = Buffer.from(said, 'base64');
    if (content.length > limit) throw tooLarge(path, limit);
    return content;
  };
  const namesIn = async (folder: string, type: 'f' | 'd') => {
    const script = '[ ! -d "$1" ] || find "$1" -mindepth 1 -maxdepth 1 -type "$2" -printf "%f\\0"';
    const found = await sh(script, [folder, type], { limit: namesLimit });
    return found.split('\0').filter(isName).sort();
  };
  return {
    kind,
    bytes,
    exists: async (path) => (await kind(path)) !== 'missing',
    read: async (path) => (await bytes(path)).toString('utf8'),
    names: (folder) => namesIn(folder, 'f'),
    folders: (folder) => namesIn(folder, 'd'),
    async contents(folder) {
      const size = `-size -${answerLimit.file / 1024 + 1}k`;
      const script = `[ ! -d "$1" ] || find "$1" -maxdepth 1 -type f ${size} -exec sha256sum {} + || :`;
      const said = await sh(script, [folder]);
      // sha256sum begins a line with a backslash when it had to escape the name.
      return [...said.matchAll(/^\\?([\da-f]{64}) /gm)].map(([, print = '']) => ({ print }));
    },
    async withFile(path, content, work) {
      await sh('set -C; umask 022; cat >"$1"', [path], { input: content });
      try {
        return await work();
      } finally {
        await sh('rm -f "$1"', [path]);
      }
    },
  };
}

/** How many bytes the names of a folder's files may take: some ten thousand of them. */
const namesLimit = 256 * 1_024;

const kinds: readonly FileKind[] = ['folder', 'file', 'broken-link', 'missing'];

// A name that another machine sends must not lead out of the folder that was asked for.
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}
