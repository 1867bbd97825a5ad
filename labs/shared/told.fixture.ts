import type { Step } from '../../src/core/task';
import type { Text } from '../../src/core/text';

/** The languages of a text. */
export const languages = ['ko', 'en'] as const satisfies readonly (keyof Text)[];

/** All that steps say in a language, with their tables. */
export function toldBy(task: readonly Step[], language: keyof Text): string {
  return task
    .flatMap((step) => [
      step[language],
      ...(step.settings ?? []).flatMap(({ name, values }) => [
        name[language],
        ...values.map((value) => value[language]),
      ]),
    ])
    .join('\n');
}
