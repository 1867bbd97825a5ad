import type { Text } from './text';

/** A page that a server answers with, known by a text in its body. */
export interface Page {
  readonly name: Text;
  /** Stands in the body of every version of the page. */
  readonly contains: string;
  /** The path to which a server that has reached its database, and is not installed yet, redirects. */
  readonly installer?: string;
  /** What the application says instead while it cannot reach its database. */
  readonly withoutDatabase?: RegExp;
}
