import { solutionSteps } from '../../docker/model/commands';
import { kubeSteps } from '../../kubernetes/model/commands';
import type { Exercise } from '../../../labs/lab';
import type { SolutionStep } from '../../core/shell/command';
import type { Step } from '../../core/task';
import type { Text } from '../../core/text';
import { labLine, workThere } from '../../core/shell/lab-command';
import { findExercise } from '../find-lab';
import { say } from '../language';
import { referenceLab } from '../reference/lab';
import { wordsOf, type RemoteFlags } from '../remote/machine';
import { printSolution, solutionJson } from '../views/solution';
import { settingLines } from '../views/settings';
import { exit, paint, print, printJson, printLine, screenWidth } from '../views/terminal';

/** What is shown of a lab beside its task, and for whom. */
export interface ShowOptions extends RemoteFlags {
  readonly hint?: boolean;
  readonly solution?: boolean;
  readonly output?: string;
}

/** `dkkb show ID`: prints the task in steps; with options the hint, or the commands to type. */
export async function show(id: string, options: ShowOptions): Promise<number> {
  const lab = await findExercise(id);
  // The task is the same on every machine. Only the commands that it leads to are not.
  if (options.on !== undefined) workThere(wordsOf(options));
  if (options.output === 'json') {
    printJson(taskJson(lab, options));
    return exit.done;
  }
  if (!options.solution) printTask(lab);
  if (options.hint) {
    if (!options.solution) print('');
    print(`${say({ ko: '힌트', en: 'Hint' })}: ${say(lab.hint)}`);
    if (options.solution) print('');
  }
  if (options.solution) printSolution(stepsOf(lab));
  else if (!options.hint) printNext(lab, options);
  return exit.done;
}

function taskJson(lab: Exercise, { hint, solution }: ShowOptions) {
  return {
    id: lab.id,
    section: lab.section,
    title: say(lab.title),
    needsUp: needsUp(lab),
    task: lab.task.map(say),
    steps: lab.task.map(stepJson),
    ...(hint ? { hint: say(lab.hint) } : {}),
    ...(solution ? { solution: solutionJson(stepsOf(lab)) } : {}),
  };
}

/** What leads to the solution of a lab. */
export function stepsOf(lab: Exercise): readonly SolutionStep[] {
  switch (lab.platform) {
    case 'docker':
      return solutionSteps(lab);
    case 'kubernetes':
      return kubeSteps(lab);
    case 'machine':
      return lab.commands;
  }
}

function printTask(lab: Exercise): void {
  print(paint.bold(`${lab.id}  ${say(lab.title)} (${lab.section})`));
  if (needsUp(lab)) print(`  ${say(prepareFirst(lab))}`);
  lab.task.forEach((step, index) => {
    const number = `  ${index + 1}. `;
    print(number + say(step));
    const indent = ' '.repeat(number.length);
    if (step.settings) settingLines(step.settings, indent, screenWidth()).forEach(printLine);
  });
}

/** Whether the task begins with something that `dkkb up` makes or remembers. */
function needsUp(lab: Exercise): boolean {
  switch (lab.platform) {
    case 'docker':
      return Object.keys(lab.setup).length > 0 || lab.transient !== undefined;
    case 'kubernetes':
      return lab.setup.length > 0;
    case 'machine':
      return false;
  }
}

/** A step for scripts: its sentence, and where it has a table, each setting with its value. */
function stepJson(step: Step) {
  const settings = step.settings?.map(({ key, values }) => [key, values.map(say)] as const);
  return { text: say(step), ...(settings ? { settings: Object.fromEntries(settings) } : {}) };
}

function prepareFirst({ id }: Exercise): Text {
  const up = labLine('up', id);
  return { ko: `먼저 준비하기: ${up}`, en: `Prepare it first: ${up}` };
}

function printNext(lab: Exercise, { on }: ShowOptions): void {
  print('');
  const { id } = lab;
  const elsewhere = on === undefined && lab.platform === 'machine' && lab.of === 'computer';
  const there = elsewhere ? (lab.elsewhere ?? []) : [];
  const [hint, check] = [labLine('show', id, '--hint'), labLine('check', id, ...there)];
  print(say({ ko: `힌트: ${hint}`, en: `Hint: ${hint}` }));
  print(say({ ko: `확인: ${check}`, en: `Check: ${check}` }));
}

/** `dkkb show app-commands [WORD...]`: prints the book's commands, or those that the words mean. */
export async function showReference(
  words: readonly string[],
  options: ShowOptions,
): Promise<number> {
  const { commandsJson, showCommands } = await import('../reference/reference');
  if (words.some((word) => word.trim() !== '')) return showCommands(words, options);
  const isTaskOnly = options.hint ?? options.solution ?? false;
  if (options.output === 'json' && !isTaskOnly) {
    printJson({ ...taskJson(await findExercise(referenceLab), options), ...commandsJson() });
    return exit.done;
  }
  const code = await show(referenceLab, options);
  return isTaskOnly ? code : showCommands([], options);
}
