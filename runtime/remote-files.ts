import { fingerprint, type FileKind, type Files } from './files';
import { Failure, lastLine } from './failure';
import type { RunOptions } from './process';
import type { SshConnection } from './ssh';

/** The files of a machine that is reached by SSH. */
export function remoteFiles(connection: SshConnection): Files {
  // The words behind the script are its arguments, so that no name is ever read as a command.
  const sh = async (script: string, args: readonly string[], options: RunOptions = {}) => {
    const { code, stdout, stderr } = await connection.run(
      'sh',
      ['-c', script, 'sh', ...args],
      options,
    );
    if (code !== 0)
      throw new Failure('command-failed', { command: args.join(' '), said: lastLine(stderr) });
    return stdout;
  };
  const kind = async (path: string) =>
    (
      await sh(
        'if [ -d "$1" ]; then echo folder; elif [ -e "$1" ]; then echo file; else echo missing; fi',
        [path],
      )
    ).trim() as FileKind;
  const bytes = async (path: string) => Buffer.from(await sh('base64 <"$1"', [path]), 'base64');
  return {
    kind,
    bytes,
    exists: async (path) => (await kind(path)) !== 'missing',
    read: async (path) => (await bytes(path)).toString('utf8'),
    fingerprint: async (path) => fingerprint(await bytes(path)),
    async names(folder) {
      const found = await sh('[ ! -d "$1" ] || find "$1" -maxdepth 1 -type f -printf "%f\\0"', [
        folder,
      ]);
      return found.split('\0').filter(Boolean).sort();
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
