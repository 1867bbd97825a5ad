import type { Text } from './text';

/** Where an action tells what it does; results are returned, never reported. */
export interface Reporter {
  /** One line about something that the user should know. */
  note(text: Text): void;
  /** Runs a step that may take long, and shows that it goes on; `update` replaces the step's text. */
  step<T>(text: Text, work: (update: (text: Text) => void) => Promise<T>): Promise<T>;
}
