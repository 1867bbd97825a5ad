import type { Text } from './text';

/** Something that changed while a lab was watched; `code` and `values` are for scripts. */
export interface LabEvent {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly text: Text;
}
