import type { ProblemDefinition, ProblemKind } from '../../core/problem';
import { withLabels } from '../../core/placeholder';
import type { Machine } from '../../core/system';
import type { Text } from '../../core/text';
import { labels } from './labels';

/** What a problem means and what to do, with the names of values in angle brackets. */
export interface Explanation {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly message: Text;
  readonly remedy: Text;
  readonly commands: readonly Text[];
}

/** What a problem means on a machine, where none has come up. */
export function explanationOf(
  code: string,
  { kind, explain }: ProblemDefinition,
  machine: Machine,
): Explanation {
  const { message, remedy } = explain(machine);
  const commands = (remedy.commands ?? []).map((command) => ({ ko: command, en: command }));
  return {
    code,
    kind,
    message: labelled(message),
    remedy: labelled(commands.length > 0 ? remedy : withoutColon(remedy)),
    commands: commands.map(labelled),
  };
}

// The lines that a file has to have follow only where the problem has come up.
function withoutColon({ ko, en }: Text): Text {
  return { ko: ko.replace(/:$/, '.'), en: en.replace(/:$/, '.') };
}

function labelled({ ko, en }: Text): Text {
  return {
    ko: withLabels(ko, (name) => `<${labels[name]?.ko ?? name}>`),
    en: withLabels(en, (name) => `<${labels[name]?.en ?? name}>`),
  };
}
