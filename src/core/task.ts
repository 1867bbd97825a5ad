import type { Text } from './text';

/** What is set in one place, such as the ports of a container, each value in both languages. */
export interface Setting {
  /** Its name for scripts. */
  readonly key: string;
  readonly name: Text;
  readonly values: readonly Text[];
}

/** A step of a task: a sentence, and the table of what to set where that is much. */
export interface Step extends Text {
  readonly settings?: readonly Setting[];
}
