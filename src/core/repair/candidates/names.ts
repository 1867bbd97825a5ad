import { distance } from 'fastest-levenshtein';
import { partsOf, type Parts } from '../parts';
import { rewording, type Change, type Ground, type Maker } from '../change';

/** A key that is nearly one of the goal's. */
export const names: Maker = (ground, at) => {
  const key = ground.parts[at]?.key;
  const text = ground.rows[at]?.text ?? '';
  if (key === undefined) return withColonToo(ground, at);
  return [
    ...nearTo(key, ground).flatMap((other) =>
      rewording('name-misspelt', ground, at, text.replace(key, other)),
    ),
    ...insteadOfTwin(ground, at, key),
  ];
};

/** A name that stands twice was meant to be another one of the same place. */
function insteadOfTwin(ground: Ground, at: number, key: string): Change[] {
  const { parts, rows, below } = ground;
  const column = parts[at]?.column ?? 0;
  const isOutside = (other: Parts) => !other.isBlank && other.column < column;
  const isSame = (other: Parts) => other.key === key && other.column === column;
  const around = [parts.slice(0, at).reverse(), parts.slice(at + 1)];
  // Of the same mapping: none that stands further out comes between.
  const isTwin = around.some((lines) =>
    isSame(lines.find((other) => isOutside(other) || isSame(other)) ?? partsOf('')),
  );
  if (!isTwin) return [];
  const above = parts.findLast(
    (other, line) => line < at && !other.isBlank && other.column < column,
  );
  const text = rows[at]?.text ?? '';
  return [...(below.get(above?.key ?? '') ?? [])].flatMap((other) =>
    rewording('name-other', ground, at, text.replace(key, other), 1.3),
  );
}

// Neither the name nor what follows it is right.
const withColonToo: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  const [head = '', before = '', key = ''] =
    /^(\s*(?:-\s*)?)([A-Za-z]{3,})[;=.,:]?(?=\S| |$) ?/.exec(text) ?? [];
  if (key === '') return [];
  const rest = text.slice(head.length);
  return nearTo(key, ground).flatMap((other) =>
    rewording('name-misspelt', ground, at, `${before}${other}: ${rest}`.trimEnd(), 2),
  );
};

const nearTo = (key: string, { keys }: Ground): string[] =>
  [...keys].filter((other) => other !== key && isSlipOf(key, other));

function isSlipOf(word: string, name: string): boolean {
  return distance(plain(word), plain(name)) <= (name.length > 3 ? 2 : 1);
}

const plain = (word: string) => word.toLowerCase().replaceAll(/[ _-]/g, '');
