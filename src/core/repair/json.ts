import { parseTree, type ParseError } from 'jsonc-parser';

/** Where a text that begins as JSON does is none. */
export interface JsonMistake {
  /** The index of the line. */
  readonly line: number;
  /** How many mistakes there are, as far as a parser can go on behind each. */
  readonly count: number;
}

/** Whether a text begins as JSON does. */
export const beginsAsJson = (text: string): boolean => /^\s*\{/.test(text);

/** The first mistake of a text that begins as JSON does; undefined where it is JSON, or YAML. */
export function jsonMistake(text: string): JsonMistake | undefined {
  if (!beginsAsJson(text)) return undefined;
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  const line = text.slice(0, first?.offset).split('\n').length - 1;
  return first && { line, count: errors.length };
}
