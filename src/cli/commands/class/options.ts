import { commandOf } from '../../../core/shell/command';
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
  const flags = (['class', 'config', 'dir'] as const).flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  return typed(commandOf('dkkb', 'class', ...words, ...flags));
}
