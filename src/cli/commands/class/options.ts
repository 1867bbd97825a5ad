import { commandOf, optionWords } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';

/** The options of every class command. */
export interface ClassOptions {
  readonly dir?: string;
  readonly config?: string;
  readonly class?: string;
  readonly output?: string;
}

/** A class command as it is to be typed next, for the same class. */
export function classCommand(options: ClassOptions, ...words: readonly string[]): string {
  const { class: name, config, dir } = options;
  return typed(commandOf('dkkb', 'class', ...words, ...optionWords({ class: name, config, dir })));
}
