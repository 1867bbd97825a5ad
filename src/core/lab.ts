import type { Step } from './task';
import type { Text } from './text';

/** What every exercise has, whatever it is done on. */
export interface LabBase {
  readonly platform: 'docker' | 'kubernetes' | 'machine';
  /** The fixed id that users type, such as `ch04-port`. */
  readonly id: string;
  /** The exercise's number in the book, such as `4-04`, or `A-03` in the appendix. */
  readonly section: string;
  readonly title: Text;
  /** The task in steps, as a teacher would give it. */
  readonly task: readonly Step[];
  /** What to think of, without giving the command away. */
  readonly hint: Text;
}
