import type { Text } from '../labs/lab';
import { say } from './language';

/** Asks a yes-or-no question on the terminal; without one the answer is no. */
export async function confirm(question: Text): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await readline.question(`${say(question)} [y/N] `);
    return /^(?:y|yes|예|네|ㅛ)$/i.test(answer.trim());
  } finally {
    readline.close();
  }
}
