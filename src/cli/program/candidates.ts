import type { Argument, Command, Option } from 'commander';
import { images } from '../../core/images';
import { currentMachine } from '../../core/system';
import { exercises as labs, type Exercise } from '../../../labs/exercises';
import { chapterOf } from '../../../labs/lab';
import { contextNames } from '../../kubernetes/cluster/contexts';
import { allProblems } from '../explain/catalogue';
import { explanationOf } from '../explain/explanation';
import { shells } from './completion-scripts';
import { say } from '../language';
import { namedMachines } from '../remote/names';

/** A word that the reader may type here, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What the last word may be: one of these words, or a file of the reader's. */
export type Completion = readonly Candidate[] | 'files';

/** What the last word after the program's name may be, from the program's own commands and options. */
export function complete(program: Command, words: readonly string[]): Completion {
  // Bash takes `--lang=ko` apart at the equals sign.
  const typed = words.filter((word) => word !== '=');
  const current = words.at(-1) === '=' ? '' : (typed.pop() ?? '');
  const place = walk(program, typed);
  const [, flag, begun] = /^(--[^=]+)=(.*)$/.exec(current) ?? [];
  if (flag !== undefined) {
    const values = valuesOf(optionOf(place.command, flag));
    return starting(values, begun ?? '').map(({ value, ...rest }) => ({
      value: `${flag}=${value}`,
      ...rest,
    }));
  }
  if (
    ['--dir', '--to', '--config', '--identity', '--known-hosts', '--image'].includes(
      place.option?.long ?? '',
    )
  )
    return 'files';
  if (place.option) return starting(valuesOf(place.option), current);
  if (current.startsWith('-')) return starting(flagsOf(place.command), current);
  const argument = argumentAt(place.command, place.operands.length);
  if (argument?.name() === 'file') return 'files';
  const fresh = argumentValues(argument, place.command).filter(
    ({ value }) => !place.operands.includes(value),
  );
  return starting([...(argument ? fresh : commandsOf(place.command))], current);
}

interface Platform {
  readonly command: Command;
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly option: Option | undefined;
}

function walk(program: Command, words: readonly string[]): Platform {
  let command = program;
  let operands: string[] = [];
  let option: Option | undefined;
  for (const word of words) {
    if (option) option = undefined;
    else if (word.startsWith('-')) option = expectsValue(optionOf(command, word));
    else {
      const child: Command | undefined =
        operands.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (child) command = child;
      else operands = [...operands, word];
    }
  }
  return { command, operands, option };
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command.options.find(({ short, long }) => flag === short || flag === long);
}

function expectsValue(option: Option | undefined): Option | undefined {
  return option?.required || option?.optional ? option : undefined;
}

function valuesOf(option: Option | undefined): Candidate[] {
  if (option?.long === '--chapter') return chapters();
  if (option?.long === '--lab') return labs.map(labCandidate);
  if (option?.long === '--on') return namedMachines.map((value) => ({ value, description: '' }));
  if (option?.long === '--context')
    return contextNames().map((value) => ({ value, description: '' }));
  return (option?.argChoices ?? []).map((value) => ({ value, description: '' }));
}

function chapters(): Candidate[] {
  const numbers = new Set(labs.map((lab) => chapterOf(lab) ?? 'app'));
  return [...numbers].map((chapter) => ({ value: String(chapter), description: '' }));
}

function flagsOf(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map(({ short, long, description }) => ({ value: long ?? short ?? '', description }));
}

function commandsOf(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((child) => ({ value: child.name(), description: child.description() }));
}

function argumentAt(command: Command, index: number): Argument | undefined {
  const last = command.registeredArguments.at(-1);
  return command.registeredArguments[index] ?? (last?.variadic ? last : undefined);
}

// The values depend on the name of the argument in the command's declaration.
function argumentValues(argument: Argument | undefined, command: Command): Candidate[] {
  switch (argument?.name()) {
    case 'id':
      return labs.filter(accepts(command)).map(labCandidate);
    case 'code':
      return [...allProblems()].map(([value, definition]) => ({
        value,
        description: say(explanationOf(value, definition, currentMachine()).message),
      }));
    case 'image':
      return Object.values(images).map((value) => ({ value, description: '' }));
    case 'shell':
      return shells.map((value) => ({ value, description: '' }));
    default:
      return [];
  }
}

function accepts(command: Command): (lab: Exercise) => boolean {
  const changes = ['up', 'solve', 'down'].includes(command.name());
  return ({ platform }) => platform !== 'machine' || !changes;
}

function labCandidate({ id, title }: Exercise): Candidate {
  return { value: id, description: say(title) };
}

function starting(candidates: readonly Candidate[], begun: string): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(begun));
}
