import type { Problem } from '../problem';
import { yamlContent } from '../problems/yaml-content';
import { yamlLayout } from '../problems/yaml-layout';
import type { MistakeValues } from '../problems/yaml-mistake';
import { yamlQuotes } from '../problems/yaml-quotes';
import { yamlKeyboard, yamlLetter, yamlSigns } from '../problems/yaml-signs';
import type { Mistake } from '../repair/change';

type Make = (values: MistakeValues) => Problem;

const problems: Readonly<Record<Exclude<Mistake, 'other-letter'>, Make>> = {
  ...yamlKeyboard,
  ...yamlSigns,
  ...yamlQuotes,
  ...yamlLayout,
  ...yamlContent,
};

/** The problem of a mistake in a YAML file. */
export function mistakeProblemOf(mistake: Mistake, values: MistakeValues): Problem {
  return mistake === 'other-letter' ? letterProblem(values) : problems[mistake](values);
}

/** The letters that say the same of a keyboard or a page. */
const letters: readonly (readonly [form: RegExp, make: Make])[] = [
  [/：/, yamlLetter.colon],
  [/[\u3000\u00A0]/, yamlLetter.blank],
  [/[\u2018\u2019\u201C\u201D]/, yamlLetter.quote],
  [/[\u2013\u2014]/, yamlLetter.dash],
  [/[\u200B\uFEFF]/, yamlLetter.hidden],
];

const kindOf = (letter: string): number => letters.findIndex(([form]) => form.test(letter));

function letterProblem(values: MistakeValues): Problem {
  const [, make = yamlLetter.wide] = letters[kindOf(values.found)] ?? [];
  return make(values);
}

/** Whether one problem tells of both letters. */
export function isSameLetter(one: string, other: string): boolean {
  const kind = kindOf(one);
  return kind === kindOf(other) && (kind >= 0 || one === other);
}
