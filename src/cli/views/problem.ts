import type { Edit } from '../../core/edit';
import type { Problem, ShownRemedy } from '../../core/problem';
import type { Text } from '../../core/text';
import { visible } from '../../core/answers/visible';
import { say } from '../language';
import { forScreen, mark, paint, printLine } from './terminal';

/** Prints a problem with its remedy, indented under its item. */
export function printProblem(problem: Problem, indent = '  '): void {
  problemLines(problem, indent).forEach(printLine);
}

/** Prints problems; those that are mended in the same way stand together, above what to do. */
export function printProblems(problems: readonly Problem[], indent = '  '): void {
  linesOfProblems(problems, indent).forEach(printLine);
}

/** The lines of problems as `printProblems` prints them. */
export function linesOfProblems(problems: readonly Problem[], indent: string): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.describe().remedy, problem.edits, problem.expected]);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => groupLines(group, indent));
}

/** The lines of a problem with its remedy; texts are laid out, and each command to type is unchanged on its own line. */
export function problemLines(problem: Problem, indent: string): string[] {
  return groupLines([problem], indent);
}

function groupLines(group: readonly Problem[], indent: string): string[] {
  const [first] = group;
  if (!first) return [];
  const said = group.map((problem) =>
    forScreen(`${indent}${markOf(problem)} ${problemLine(problem)}`),
  );
  return [
    ...new Set(said),
    ...(first.edits ?? []).flatMap((edit) => editLines(edit, `${indent}      `)),
    ...howTo(first.describe().remedy, indent),
    ...expectedLines(first.expected ?? [], `${indent}      `),
  ];
}

function markOf({ kind }: Problem): string {
  if (kind === 'note') return mark.note;
  return kind === 'cannot-tell' ? mark.unknown : mark.failed;
}

/** A change of a file: its place, the lines as they are, the lines as they should be. */
function editLines({ file, line, before, after }: Edit, indent: string): string[] {
  const diff = [
    ...before.map((text) => paint.red(`- ${visible(text, { most })}`)),
    ...after.map((text) => paint.green(`+ ${visible(text, { most })}`)),
  ];
  return [paint.dim(`${visible(file)}:${line}`), ...diff].map((text) => indent + text);
}

/** What a file has to say. */
function expectedLines(expected: readonly string[], indent: string): string[] {
  if (expected.length === 0) return [];
  const title = paint.dim(say({ ko: '맞는 내용:', en: 'What it has to say:' }));
  return [title, ...expected.map((line) => visible(line, { most }))].map((line) => indent + line);
}

function howTo(remedy: ShownRemedy, indent: string): string[] {
  return [
    forScreen(`${indent}  ${mark.arrow} ${oneLine(remedy)}`),
    ...(remedy.commands ?? []).map(
      (command) => `${indent}      ${paint.bold(shownCommand(command))}`,
    ),
  ];
}

// Safe for a terminal, also where a check has put other text into it.
function shownCommand(command: string): string {
  return visible(command, { most });
}

function oneLine(text: Text): string {
  return visible(say(text), { most });
}

const most = 4_000;

/** What to do about several problems: for each kind, only the remedy of the first one. */
export function remedyLines(problems: readonly Problem[]): string[] {
  const first = new Map([...problems].reverse().map((problem) => [problem.code, problem]));
  return [...first.values()].flatMap((problem) => howTo(problem.describe().remedy, ''));
}

/** A problem in one line, without what to do. */
export function problemLine(problem: Problem): string {
  const { message } = problem.describe();
  return `${oneLine(message)} ${paint.dim(`[${problem.code}]`)}`;
}

/** A problem for scripts, in the language of this run. */
export function problemJson(problem: Problem) {
  const { code, values, kind, edits, expected } = problem;
  const { message, remedy } = problem.describe();
  const commands = (remedy.commands ?? []).map(shownCommand);
  const words = { message: oneLine(message), remedy: oneLine(remedy) };
  return {
    code,
    values,
    kind,
    ...words,
    commands,
    ...(edits && { edits }),
    ...(expected && { expected }),
  };
}
