import { defineProblem, type Problem } from '../problem';
import type { Text } from '../text';

/** A mistake in a YAML file of the reader's, and where it is. */
export interface MistakeValues {
  readonly [value: string]: string;
  readonly file: string;
  /** The first line of it, counted from 1. */
  readonly line: string;
  /** All lines of it, such as `4–6` or `9, 13`. */
  readonly lines: string;
  /** The name, the value or the line that is wrong. */
  readonly found: string;
  /** What belongs in its place. */
  readonly wanted: string;
  /** The name under which it stands, or has to stand; empty at the top. */
  readonly under: string;
}

/** A YAML file says something so different that no change of it was found. */
export const fileUnlike = defineProblem(
  'file-unlike',
  ({ file, object }: { file: string; object: string }) => ({
    message: {
      ko: `\`${file}\` 파일의 내용이 이 실습에서 만드는 것(\`${object}\`)과 많이 달라서, 어디를 고치면 되는지 찾지 못했습니다.`,
      en: `\`${file}\` differs so much from what the exercise makes (\`${object}\`) that no way to mend it was found.`,
    },
    remedy: {
      ko: '맞는 내용과 한 줄씩 비교해 고칩니다.',
      en: 'Compare it line by line with what it has to say.',
    },
  }),
);

/** What the words of a mistake are made from. */
type Words = Text | ((values: MistakeValues) => Text);

/** Defines the problem of one kind of mistake: what it is, and what to do. */
export function mistakeProblem(
  kind: string,
  what: Words,
  todo: Words,
): (values: MistakeValues) => Problem {
  return defineProblem(`yaml-${kind}`, (values: MistakeValues) => {
    const said = wordsOf(what, values);
    const at = placeOf(values);
    return {
      message: { ko: `${at.ko}: ${said.ko}`, en: `${at.en}: ${said.en}` },
      remedy: wordsOf(todo, values),
    };
  });
}

const wordsOf = (words: Words, values: MistakeValues): Text =>
  typeof words === 'function' ? words(values) : words;

function placeOf({ file, line, lines }: MistakeValues): Text {
  return {
    ko: `\`${file}\` 파일의 ${lines}번째 줄`,
    en: `${line === lines ? 'Line' : 'Lines'} ${lines} of \`${file}\``,
  };
}
