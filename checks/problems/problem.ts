import type { Text } from '../../labs/lab';
import { visibleLog, visibleValues } from '../../runtime/visible';
import type { Problem, Remedy } from '../check';

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
