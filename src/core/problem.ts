import type { Text } from './text';
import { visibleLog, visibleValues } from './answers/visible';

/** What to do about a problem: a sentence, and the commands to type, one a line. */
export interface Remedy extends Text {
  readonly commands?: readonly string[];
}

/** One thing that keeps a lab from being passed. */
export interface Problem {
  /** Stable; scripts may depend on it. */
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  /** `failed`: the work is not right. `waiting`: it may be right in a moment. `cannot-tell`: the machine or the engine does not say. `note`: right, and worth a word. */
  readonly kind: 'failed' | 'waiting' | 'cannot-tell' | 'note';
  readonly message: Text;
  readonly remedy: Remedy;
}

type Values = Readonly<Record<string, string>>;

/** The words of a problem, from its values. */
export interface Description {
  readonly message: Text;
  readonly remedy: Remedy;
}

/** Every defined problem by its code, for the documentation and the test that no text is missing. */
export const problemCatalogue = new Map<string, (values: never) => Problem>();

/** Defines a problem once; throws when its code is taken. Its values may come from anywhere: no text gets one that a terminal would obey. */
export function defineProblem<V extends Values>(
  code: string,
  describe: (values: V) => Description,
  kind: Problem['kind'] = 'failed',
): (values: V) => Problem {
  if (problemCatalogue.has(code)) throw new Error(`problem '${code}' is defined twice`);
  const make = (values: V): Problem => ({
    code,
    values: visibleLog(values),
    kind,
    ...describe(visibleValues(values)),
  });
  problemCatalogue.set(code, make);
  return make;
}
