import type { Problem } from '../checks/check';
import { say } from './language';
import { mark, paint, print } from './terminal';

/** Prints a problem with its remedy, indented under what it belongs to. */
export function printProblem(problem: Problem, indent = '  '): void {
  problemLines(problem, indent).forEach((line) => print(line));
}

/** The lines of a problem with its remedy, and the commands to type on lines of their own. */
export function problemLines({ kind, message, code, remedy }: Problem, indent: string): string[] {
  const shown = kind === 'note' ? mark.note : kind === 'cannot-tell' ? mark.unknown : mark.failed;
  return [
    `${indent}${shown} ${say(message)} ${paint.dim(`[${code}]`)}`,
    `${indent}  ${mark.arrow} ${say(remedy)}`,
    ...(remedy.commands ?? []).map((command) => `${indent}      ${paint.bold(command)}`),
  ];
}

/** A problem as scripts read it, in the language of this run. */
export function problemJson({ code, values, kind, message, remedy }: Problem) {
  const { commands = [] } = remedy;
  return { code, values, kind, message: say(message), remedy: say(remedy), commands };
}
