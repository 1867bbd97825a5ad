import type { Command, SolutionStep } from '../../../src/core/shell/command';
import { lineFor } from '../../../src/core/shell/render';
import type { Shell } from '../../../src/core/shell/shells';
import { solutionSteps } from '../../../src/docker/model/commands';
import { kubeSteps } from '../../../src/kubernetes/model/commands';
import { exercises, type Exercise } from '../../exercises';
import type { CommandEntry, FromLab } from './entry';

/** The example of a command as the lines that are typed in a shell; throws where its lab has none. */
export function exampleLines({ example }: CommandEntry, shell: Shell): readonly string[] {
  if (!isFromLab(example)) return lineFor(shell, example).split('\n');
  const { lab: id, begins } = example;
  const lab = exercises.find((one) => one.id === id);
  for (const step of lab ? stepsOf(lab) : []) {
    const found = isFile(step) ? blockIn(step.text, begins) : lineIn(step, begins, shell);
    if (found.length > 0) return found;
  }
  throw new Error(`the solution of ${id} has no line that begins with ${begins}`);
}

function isFromLab(example: CommandEntry['example']): example is FromLab {
  return typeof example === 'object' && 'lab' in example;
}

function stepsOf(lab: Exercise): readonly SolutionStep[] {
  if (lab.platform === 'docker') return solutionSteps(lab);
  return lab.platform === 'kubernetes' ? kubeSteps(lab) : lab.commands;
}

function isFile(step: SolutionStep): step is Extract<SolutionStep, { file: string }> {
  return typeof step === 'object' && 'file' in step;
}

function lineIn(command: Command, begins: string, shell: Shell): readonly string[] {
  return lineFor('bash', command).startsWith(begins) ? [lineFor(shell, command)] : [];
}

/** The first line of a file that begins so, with the deeper lines below it, as if it stood at the margin. */
function blockIn(text: string, begins: string): readonly string[] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(begins));
  const depth = depthOf(lines[at] ?? '');
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => depthOf(line) <= depth && !isItemOf(line, depth));
  const block = at < 0 ? [] : [lines[at] ?? '', ...below.slice(0, end < 0 ? below.length : end)];
  return block.map((line) => line.slice(depth)).filter((line) => line !== '');
}

const depthOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;

/** YAML lets the items of a list stand as deep as the list's name. */
const isItemOf = (line: string, depth: number) => line.slice(depth).startsWith('- ');
