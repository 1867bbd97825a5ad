import { isUnder, type Steps } from './parts';
import type { Row } from './row';

/** How many aliases a file may have, and how many values those may come to. */
export const most = { aliases: 20, values: 2_000 };

/** The beginning of an alias. */
export const alias = /(?:^|[\s[{,])\*(?=\w)/m;

/** Whether a line has an alias. */
export const hasAlias = (text: string): boolean => alias.test(text);

/** Whether objects hold so many values, aliases written out, that nobody should go through them; what holds itself does, too. */
export function isVast(trees: readonly unknown[]): boolean {
  const known = new Map<object, number>();
  const sizeOf = (tree: unknown): number => {
    if (typeof tree !== 'object' || tree === null) return 1;
    const before = known.get(tree);
    if (before !== undefined) return before;
    // What is met again while it is counted holds itself.
    known.set(tree, Infinity);
    const size = Object.values(tree).reduce((sum: number, one) => sum + sizeOf(one), 1);
    known.set(tree, size);
    return size;
  };
  return sizeOf(trees) > most.values;
}

/** The way to a value where it is written: behind the anchor, where an alias or a merged mapping brings it in. */
export function whereWritten(path: Steps, rows: readonly Row[], paths: readonly Steps[]): Steps {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const isThere = paths.some((one) => one.length === length && isUnder(one, here));
    const found = aliasAt(here, rows, paths) ?? (isThere ? undefined : mergedAt(here, rows, paths));
    const anchor = found && rows.findIndex(({ text }) => hasAnchor(text, found.name));
    const at = anchor === undefined ? undefined : paths[anchor];
    if (found && at) return [...at, ...path.slice(found.length)];
  }
  return path;
}

interface Alias {
  readonly name: string;
  /** How many steps of the way it stands for. */
  readonly length: number;
}

function aliasAt(here: Steps, rows: readonly Row[], paths: readonly Steps[]): Alias | undefined {
  const line = paths.findIndex((one) => one.length === here.length && isUnder(one, here));
  const name = /[:-][ \t]+\*([\w-]+)/.exec(rows[line]?.text ?? '')?.[1];
  return name === undefined ? undefined : { name, length: here.length };
}

function mergedAt(here: Steps, rows: readonly Row[], paths: readonly Steps[]): Alias | undefined {
  const parent = here.slice(0, -1);
  const found = aliasAt([...parent, '<<'], rows, paths);
  return found && { name: found.name, length: parent.length };
}

const hasAnchor = (text: string, name: string): boolean =>
  text.split(/[ \t]+/).includes(`&${name}`);
