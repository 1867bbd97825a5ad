import { shellLine } from '../../../core/shell';

/** The options of every class command. */
export interface ClassOptions {
  readonly dir?: string;
  readonly config?: string;
  readonly class?: string;
  readonly output?: string;
}

/** A class command as it is to be typed next, for the same class. */
export function classCommand(words: string, options: ClassOptions): string {
  const name = options.class === undefined ? '' : shellLine` --class ${options.class}`;
  const file = options.config === undefined ? '' : shellLine` --config ${options.config}`;
  const folder = options.dir === undefined ? '' : shellLine` --dir ${options.dir}`;
  return `dkkb class ${words}${name}${file}${folder}`;
}
