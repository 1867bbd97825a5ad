import { Failure } from '../failure';
import { commandFailed } from '../problems/program';

const pattern = /^(?:\/[\w./-]+|(?:[a-z\d][\w.-]*|\[[\da-f:.]+\]):\d{1,5})$/i;

/** Throws `command-failed` unless a way may lead there, to `/SOCKET` or `HOST:PORT`: in any other text, ssh would replace names of this machine's own variables. */
export function mustBeEnd(end: string): void {
  if (!pattern.test(end)) throw new Failure(commandFailed({ command: 'ssh -L', said: end }));
}
