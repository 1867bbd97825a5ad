import { visibleLines } from '../../core/answers/visible';
import type { Command, FileToWrite, SolutionStep } from '../../core/shell/command';
import { editorFor } from '../../core/shell/editor';
import { typed } from '../../core/shell/typed';
import { say } from '../language';
import { paint, print, printLine } from './terminal';

/** Prints what leads to a solution, in order: each command as it is typed, and each file with its text. */
export function printSolution(steps: readonly SolutionStep[]): void {
  for (const step of steps) {
    if (isFile(step)) printFile(step);
    else printLine(typed(step));
  }
}

/** What leads to a solution, for scripts. */
export function solutionJson(steps: readonly SolutionStep[]) {
  return steps.map((step) => (isFile(step) ? step : { command: typed(step) }));
}

function isFile(step: Command | FileToWrite): step is FileToWrite {
  return typeof step === 'object' && 'file' in step;
}

function printFile({ file, text }: FileToWrite): void {
  print(paint.bold(say({ ko: `파일 ${file}`, en: `The file ${file}` })));
  print(`  ${say(editorFor(file))}`);
  printLine(paint.dim('----'));
  visibleLines(text.trimEnd()).split('\n').forEach(printLine);
  printLine(paint.dim('----'));
}
