import { visibleLog, visibleValue, visibleValues } from './answers/visible';
import type { Edit } from './edit';
import { placeholders } from './placeholder';
import type { Command, CommandLine } from './shell/command';
import { goLine, homeLine } from './shell/own-lines';
import { lineFromHere } from './shell/lab-command';
import { isLine, lineFor } from './shell/render';
import { currentMachine, type Machine } from './system';
import type { Text } from './text';

/** What to do about a problem: a sentence, and the commands to type. */
export interface Remedy extends Text {
  readonly commands?: readonly Command[];
}

/** What a problem says, and what to do about it. */
export interface Description {
  readonly message: Text;
  readonly remedy: Remedy;
}

/** A remedy whose commands are lines of the shell in which they are read. */
export interface ShownRemedy extends Text {
  readonly commands?: readonly string[];
}

/** The words of a problem. */
export interface ShownDescription {
  readonly message: Text;
  readonly remedy: ShownRemedy;
}

/** `failed`: the work is not right. `waiting`: it may be right in a moment. `cannot-tell`: the machine or the engine does not say. `note`: nothing is wrong, but something is worth knowing. */
export type ProblemKind = 'failed' | 'waiting' | 'cannot-tell' | 'note';

/** One thing that keeps a lab from being passed, or a command from doing its job. */
export interface Problem {
  /** Stable; scripts may depend on it. */
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly kind: ProblemKind;
  /** Whether it is a step that the reader has still to do, and no mistake. */
  readonly isStillToDo: boolean;
  /** What to change in files of the reader's; the problem is gone after it. */
  readonly edits?: readonly Edit[];
  /** What a file has to say, where no change of it was found. */
  readonly expected?: readonly string[];
  /** The words, for the system of the machine that the problem is about; `other` stands for values of the same names. */
  describe(machine?: Machine, other?: Readonly<Record<string, string>>): ShownDescription;
  /** What to do instead where the thing is described in a Compose file. */
  inFile(way: FileWay): ShownRemedy | undefined;
}

/** How something that a Compose file describes is changed: in that file, at that service, applied by that command. */
export interface FileWay {
  readonly file: string;
  readonly service: string;
  readonly apply: CommandLine;
}

/** A value that the texts of a problem use. */
export type Value = string | boolean | Text | CommandLine;
type Values = Readonly<Record<string, Value | undefined>>;

/** Values of a problem that need not be known. */
export type Maybe<K extends string> = Readonly<Partial<Record<K, string>>>;

/** What not every problem has. */
export interface ProblemOptions<V> {
  /** @default 'failed' */
  readonly kind?: ProblemKind;
  /** @default never */
  readonly isStillToDo?: (values: V) => boolean;
  /** @default the same as for what was typed */
  readonly inFile?: (way: FileWay, values: V) => Remedy;
  /**
   * Values that choose what is told of the problem where none has come up.
   * @default a placeholder for each
   */
  readonly explained?: Partial<V>;
}

/** A kind of problem, for whoever looks it up. */
export interface ProblemDefinition {
  readonly kind: ProblemKind;
  /** The problem that these values make. */
  readonly make: (values: never) => Problem;
  /** Its words with a placeholder for each value. */
  explain(machine: Machine): ShownDescription;
}

/** Every defined problem by its code, for the documentation and the test that no text is missing. */
export const problemCatalogue = new Map<string, ProblemDefinition>();

/** Defines a problem once; throws when its code is taken. Its values may come from anywhere: they are written so that no terminal obeys them. */
export function defineProblem<V extends Values>(
  code: string,
  describe: (values: V, machine: Machine) => Description,
  { kind = 'failed', isStillToDo = () => false, inFile, explained }: ProblemOptions<V> = {},
): (values: V) => Problem {
  if (problemCatalogue.has(code)) throw new Error(`problem '${code}' is defined twice`);
  const make = (given: V): Problem => ({
    code,
    values: visibleLog(toldValues(given)),
    kind,
    isStillToDo: isStillToDo(given),
    describe: (machine = currentMachine(), other = {}) =>
      shown(describe(visibleIn({ ...given, ...other }), machine), machine),
    inFile(way) {
      const remedy = inFile?.(way, visibleIn(given));
      return remedy && shownRemedy(remedy, currentMachine());
    },
  });
  problemCatalogue.set(code, {
    kind,
    make,
    explain: (machine) => shown(describe(placeholders<V>(explained), machine), machine),
  });
  return make;
}

/** The same problem about another machine: its words are for the system of that one. */
export function about(problem: Problem, machine: Machine): Problem {
  return { ...problem, describe: (_, other) => problem.describe(machine, other) };
}

/** The same problem with the change of the reader's file that ends it. */
export function withEdits(problem: Problem, edits: readonly Edit[]): Problem {
  return edits.length === 0 ? problem : { ...problem, edits };
}

/** The same problem with the lines that a file has to have. */
export function withExpected(problem: Problem, expected: readonly string[]): Problem {
  return { ...problem, expected };
}

/** The same problem with another remedy, where the exercise knows a better one. */
export function withRemedy(problem: Problem, remedy: Remedy): Problem {
  return {
    ...problem,
    describe: (machine = currentMachine(), other) => ({
      message: problem.describe(machine, other).message,
      remedy: shownRemedy(remedy, machine),
    }),
  };
}

/** The same problem with one more step at the end of its remedy; where commands stand there already, it stays as it is. */
export function withLastStep(problem: Problem, { commands = [], ...step }: Remedy): Problem {
  return {
    ...problem,
    describe(machine = currentMachine(), other) {
      const { message, remedy } = problem.describe(machine, other);
      if (remedy.commands) return { message, remedy };
      const text = {
        ko: `${ended(remedy.ko)} ${step.ko}`,
        en: `${ended(remedy.en)} ${step.en}`,
      };
      return { message, remedy: shownRemedy({ ...text, commands }, machine) };
    },
  };
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function shown({ message, remedy }: Description, machine: Machine): ShownDescription {
  return { message, remedy: shownRemedy(remedy, machine) };
}

/** A remedy with its commands in the shell of a machine. */
export function shownRemedy({ commands, ...text }: Remedy, machine: Machine): ShownRemedy {
  if (!commands) return text;
  const lines = inFolder(commands, machine).map(
    (command) => lineFromHere(command) ?? lineFor(machine.shell, command),
  );
  return { ...text, commands: lines };
}

/** The same commands, which go to the folder of the exercise before the first that is about its files. */
function inFolder(commands: readonly Command[], { elsewhere }: Machine): readonly Command[] {
  const at = commands.findIndex(isAboutFolder);
  if (elsewhere === undefined || at < 0 || commands.includes(homeLine)) return commands;
  return [...commands.slice(0, at), goLine(elsewhere), ...commands.slice(at)];
}

/** Whether a command means something else in another folder. */
function isAboutFolder(command: Command): boolean {
  return /\$PWD|^(?:docker (?:cp|build|compose)|kubectl .*-f|mv|cp|mkdir|nano|notepad)\b/.test(
    lineFor('bash', command),
  );
}

function visibleIn<V extends Values>(values: V): V {
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string') return [name, visibleValue(name, value)];
    if (typeof value !== 'object') return [name, value];
    if (isLine(value))
      return [name, { words: value.words.map((word) => visibleValue('word', word)) }];
    return [name, visibleValues({ ...value })];
  });
  return Object.fromEntries(shown) as V;
}

/** Values as scripts read them: a text in both languages, yes or no as a word. */
function toldValues(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (typeof value === 'string') return [[name, value]];
      if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
      if (isLine(value)) return [[name, lineFor(currentMachine().shell, value)]];
      return [
        [name, value.ko],
        [`${name}En`, value.en],
      ];
    }),
  );
}
