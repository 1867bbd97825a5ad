import type { Command } from '../../../src/core/shell/command';
import type { Text } from '../../../src/core/text';

/** An example that a lab has: what begins with these words in the commands and files of its solution. */
export interface FromLab {
  readonly lab: string;
  readonly begins: string;
}

/** An option of a command as the book or a reader of it writes it. */
export interface CommandOption {
  /** Every form: `-p, --publish`. */
  readonly flags: string;
  /** A value that it takes, such as one of the book's. */
  readonly value?: string;
  readonly does: Text;
  /** The first Docker Engine that has it, where the book's did not. */
  readonly since?: number;
}

/** A command of the book, an instruction of a Dockerfile, or a name in a file that a program reads. */
export interface CommandEntry {
  /** Its full form: `docker container run`. */
  readonly name: string;
  /** Its other forms: `docker run`. */
  readonly also?: readonly string[];
  readonly does: Text;
  readonly options?: readonly CommandOption[];
  readonly example: Command | FromLab;
  /** What is different today from what the book says. */
  readonly changed?: Text;
  /** More words by which readers look for it. */
  readonly words?: string;
}

/** Commands of one kind. */
export interface CommandGroup {
  readonly id: string;
  readonly title: Text;
  readonly entries: readonly CommandEntry[];
}
