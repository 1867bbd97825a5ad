import type { Shell } from '../../src/core/shell/shells';
import { unreadableInBash } from './bash-lines';
import { firstWordsInCmd, mistakesInCmd } from './cmd-lines';
import { knownWords } from './known-words';
import { openPowerShell } from './powershell-lines';

/** What is wrong with lines that a shell of Windows is shown; empty when it can read all of them. */
export async function mistakesIn(shell: Shell, lines: Iterable<string>): Promise<string[]> {
  const all = [...new Set(lines)];
  const found = await checkers[shell](all);
  return found.filter(({ mistakes }) => mistakes.length > 0).map(told);
}

interface Found {
  readonly line: string;
  readonly mistakes: readonly string[];
}

type Checker = (lines: readonly string[]) => Promise<readonly Found[]>;

const told = ({ line, mistakes }: Found) => `${line}   <- ${mistakes.join('; ')}`;

const checkers: Readonly<Record<Shell, Checker>> = {
  bash: inBash,
  'git-bash': async (lines) => [
    ...(await inBash(lines)),
    ...lines.map((line) => ({ line, mistakes: unknown('git-bash', [firstWordInBash(line)]) })),
  ],
  powershell: async (lines) => {
    const read = await openPowerShell();
    return lines.map((line) => {
      const { mistakes, words } = read(line);
      return { line, mistakes: [...mistakes, ...unknown('powershell', words)] };
    });
  },
  cmd: (lines) =>
    Promise.resolve(
      lines.map((line) => ({
        line,
        mistakes: [...mistakesInCmd(line), ...unknown('cmd', firstWordsInCmd(line))],
      })),
    ),
};

function inBash(lines: readonly string[]): Promise<Found[]> {
  const broken = unreadableInBash(lines);
  return Promise.resolve(broken.map((line) => ({ line, mistakes: ['cannot be read'] })));
}

function firstWordInBash(line: string): string {
  const program = /^"[^"]*?([^/"]+\.exe)"/.exec(line)?.[1];
  return program ?? line.split(' ').find((word) => !/^\w+=/.test(word)) ?? '';
}

function unknown(shell: keyof typeof knownWords, words: readonly string[]): string[] {
  return words
    .filter((word) => !knownWords[shell].has(word))
    .map((word) => `${shell} does not know ${word}`);
}
