import { otherMachine } from '../system';
import { answerLimit } from '../answers/answer';
import { askLonger, askOnceThrough, following, type AskOnce } from '../answers/http';
import { answerTime } from '../answers/question';
import { Failure } from '../failure';
import type { Place } from '../verbs/session';
import { remoteFiles } from './remote-files';
import { remoteHands } from './remote-hands';
import type { SshConnection } from './ssh';
import { remoteShellNoisy } from '../problems/remote';

/** The time that a question to another machine may take, and the bytes of its answer. */
export const remoteLimits = { timeout: answerTime, limit: answerLimit.output };

/** A machine that is reached by SSH. */
export interface RemoteMachine extends Place {
  /** The folder in which its user begins. */
  readonly home: string;
  readonly askOnce: AskOnce;
}

/** Opens a machine through its SSH connection. */
export async function openRemoteMachine(connection: SshConnection): Promise<RemoteMachine> {
  const [home = ''] = (await connection.need('pwd', [], remoteLimits)).split('\n');
  if (!/^\/[^\p{C}]{0,4000}$/u.test(home)) throw new Failure(remoteShellNoisy({ said: home }));
  const askOnce = askOnceThrough((port, host) => connection.wayToPort(`${host}:${port}`));
  const files = remoteFiles(connection);
  const outside: Place['outside'] = {
    files,
    ask: askLonger(following(askOnce)),
    run: (program, args, options) => connection.run(program, args, { ...remoteLimits, ...options }),
    // All that is known about another machine is that SSH reaches it.
    machine: otherMachine,
  };
  return { home, outside, hands: remoteHands(connection, files), askOnce };
}
