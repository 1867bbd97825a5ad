import { endOf, readLimit } from './answers/bounds';
import type { Problem } from './problem';

/** What keeps a command from doing its job, as the problem that is shown. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code} ${JSON.stringify(problem.values)}`);
  }

  get code(): string {
    return this.problem.code;
  }

  /** Texts from outside in them are written so that no terminal obeys them. */
  get values(): Readonly<Record<string, string>> {
    return this.problem.values;
  }
}

/** How a program says in its own words that a problem is there; named groups become values. */
export interface Pattern {
  readonly problem: (values: Readonly<Record<string, string>>) => Problem;
  readonly test: RegExp;
}

/** The failure of the first pattern that matches the end of a program's error output; undefined when none matches. */
export function failureBy(
  patterns: readonly Pattern[],
  output: string,
  values: Readonly<Record<string, string>>,
): Failure | undefined {
  const stderr = endOf(output, readLimit.error);
  for (const { problem, test } of patterns) {
    const match = test.exec(stderr);
    if (match)
      return new Failure(problem({ ...values, ...definedGroups(match), said: lastLine(stderr) }));
  }
  return undefined;
}

function definedGroups(match: RegExpExecArray): Record<string, string> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value));
}

/** The last line of a program's output that says something. */
export function lastLine(output: string): string {
  const lines = endOf(output, readLimit.error)
    .split('\n')
    .map((line) => line.trim());
  return (
    lines.filter((line) => line && !/^See 'docker|^Run 'docker|^Usage:/.test(line)).at(-1) ?? ''
  );
}

/** A command as messages name it: its first words are enough to recognise it. */
export function shown(program: string, args: readonly string[]): string {
  const words = [program, ...args].join(' ');
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
