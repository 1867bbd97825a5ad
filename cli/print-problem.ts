import type { Problem } from '../checks/check';
import { say } from './language';
import { mark, paint, print } from './terminal';

/** Prints a problem with its remedy, indented under what it belongs to. */
export function printProblem(problem: Problem, indent = '  '): void {
  print(
    `${indent}${problem.kind === 'cannot-tell' ? mark.unknown : mark.failed} ${say(problem.message)} ${paint.dim(`[${problem.code}]`)}`,
  );
  print(`${indent}  ${mark.arrow} ${say(problem.remedy)}`);
  problem.remedy.commands?.forEach((command) => print(`${indent}      ${paint.bold(command)}`));
}

/** A problem as scripts read it, in the language of this run. */
export function problemJson({ code, values, kind, message, remedy }: Problem) {
  const { commands = [] } = remedy;
  return { code, values, kind, message: say(message), remedy: say(remedy), commands };
}
