import type { Shell } from './shells';

/** Stands in a word for the folder in which the command is typed. */
export const workingFolder = '$PWD';

/** A command as data; it becomes a line when it is shown, in the form of the shell in which it is read. */
export interface CommandLine {
  readonly words: readonly string[];
}

/** A command that has another form in each shell. */
export type OwnLines = Readonly<Record<Shell, string>>;

/** What is typed: a line that is the same in every shell, words, or a line for each shell. */
export type Command = string | CommandLine | OwnLines;

/** A file that the reader writes; it is shown as a file, not as a command. */
export interface FileToWrite {
  readonly file: string;
  readonly text: string;
}

/** What leads to a lab's solution: commands to type and files to write. */
export type SolutionStep = Command | FileToWrite;

/** A command of these words. */
export function commandOf(...words: readonly string[]): CommandLine {
  return { words };
}

/** A command in the form of a template: each value is a word or a part of one, whatever it contains. */
export function shellLine(parts: TemplateStringsArray, ...values: readonly string[]): CommandLine {
  const words: string[] = [];
  let word: string | undefined;
  parts.raw.forEach((part, at) => {
    const [first = '', ...others] = part.split(/ +/);
    if (first !== '') word = (word ?? '') + first;
    for (const other of others) {
      if (word !== undefined) words.push(word);
      word = other === '' ? undefined : other;
    }
    const value = values[at];
    if (value !== undefined) word = (word ?? '') + value;
  });
  if (word !== undefined) words.push(word);
  return { words };
}

/** The words of options that have a value, in their order: `--name value`. */
export function optionWords(values: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}

/** The names in a text such as `a, b`. */
export function namesIn(told: string): string[] {
  return told.split(', ');
}
