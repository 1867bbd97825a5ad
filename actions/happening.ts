import type { Text } from '../labs/lab';

/** Something that changed while a lab was watched; `code` and `values` are for scripts. */
export interface Happening {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly text: Text;
}
