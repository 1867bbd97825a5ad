import type { Text } from './text';

/** What is set in one place, such as the ports of a container, each value in both languages. */
export interface Setting {
  /** Its name for scripts. */
  readonly key: string;
  readonly name: Text;
  readonly values: readonly Text[];
}

/** A step of a task: a sentence, and a table when there is much to set. */
export interface Step extends Text {
  readonly settings?: readonly Setting[];
}
