import { once } from 'node:events';
import type { Text } from '../core/text';
import { say } from './language';
import { forChat } from './views/terminal';

/** Asks a yes-or-no question on the terminal; without a terminal, and where the input ends, the answer is no. Ctrl-C interrupts the command as usual. */
export async function confirm(question: Text): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  // As Ctrl-C elsewhere: on Windows, `process.kill` would end the command without a word.
  readline.on('SIGINT', () => process.emit('SIGINT'));
  try {
    const ended = once(readline, 'close').then(() => '');
    const answered = readline
      .question(`${forChat(say(question), '[y/N] '.length)} [y/N] `)
      .catch(() => '');
    const answer = await Promise.race([answered, ended]);
    return /^(?:y|yes|예|네|ㅛ)$/i.test(answer.trim());
  } finally {
    readline.close();
  }
}
