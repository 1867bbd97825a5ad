import { Failure, shown } from '../failure';
import { run, type Finished } from '../machine/process';
import { quote } from '../shell/posix';
import { sshEnvironment } from './ssh-environment';
import { sshArguments, sshFailure, type SshOptions, type SshTarget } from './ssh-target';

/** How many bytes the answer to a question may have. */
const mostSaid = 64 * 1_024;
/** Problems of this machine or of the answer, not of the connection. */
const isOwn: ReadonlySet<string> = new Set(['program-missing', 'answer-too-large']);

/** Runs one command on another machine over a connection of its own; `timeout` is in seconds, for the connection, and three times that for all. Throws `ssh-unreachable`, `ssh-denied` or `ssh-host-changed`. */
export async function runOnce(
  target: SshTarget,
  options: SshOptions & { readonly timeout: number },
  words: readonly string[],
): Promise<Finished> {
  const line = words.map(quote).join(' ');
  const limit = options.timeout * 3;
  const login = sshArguments(target, options);
  const done = await run('ssh', [...login, line], {
    env: await sshEnvironment(login),
    timeout: limit * 1_000,
    limit: mostSaid,
    as: shown(line, []),
  }).catch((error: unknown) => {
    if (!(error instanceof Failure) || isOwn.has(error.code)) throw error;
    throw sshFailure(error.values['said'] ?? `no answer within ${limit} s`, target, options);
  });
  if (done.code === 255) throw sshFailure(done.stderr, target, options);
  return done;
}
