import type { Text } from '../core/text';

/** A wrong use of the command, in both languages; ends the process with exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}
