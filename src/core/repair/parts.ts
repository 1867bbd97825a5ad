import { remembering } from './remember';

/** What a line of YAML consists of, read without regard for the lines around it. */
export interface Parts {
  /** How many blanks it begins with. */
  readonly indent: number;
  /** How many dashes follow. */
  readonly dashes: number;
  /** The column of what follows the dashes. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the colon or, without a key, the dashes. */
  readonly value: string;
  /** Whether it is empty or a comment. */
  readonly isBlank: boolean;
}

/** A way into a YAML text: keys, and places in lists counted from 0. */
export type Steps = readonly (string | number)[];

const keyForm = /^(["']?)(<<|[\p{L}\w./$@-][\p{L}\w ./$@-]*)\1\t*:(?:[ \t]|$)/u;

/** Reads the parts of a line. */
export const partsOf = remembering(read);

function read(text: string): Parts {
  // Only these are blanks for YAML, not those of a web page.
  const rest = text.replace(/^[ \t]+/, '');
  const indent = text.length - rest.length;
  const dashes = /^(?:-(?:[ \t]+|$))*/.exec(rest)?.[0] ?? '';
  const content = rest.slice(dashes.length);
  const found = keyForm.exec(content);
  return {
    indent,
    dashes: dashes.split('-').length - 1,
    column: indent + dashes.length,
    key: found?.[2]?.trimEnd(),
    value: withoutAnchor(bodyOf(content.slice(found?.[0].length ?? 0)).trim()),
    isBlank: rest.trim() === '' || rest.startsWith('#'),
  };
}

// What an anchor names begins behind it.
const withoutAnchor = (value: string): string => value.replace(/^&[\w-]+(?:[ \t]+|$)/, '');

/** A line without the comment at its end. */
export function bodyOf(text: string): string {
  if (!text.includes('#')) return text;
  for (const { index } of text.matchAll(/[ \t]#/g)) {
    const before = text.slice(0, index);
    if (['"', "'"].every((mark) => before.split(mark).length % 2 === 1)) return before.trimEnd();
  }
  return text;
}

/** The parts of a line that its comment parts: what YAML reads, and the rest. */
export function withoutComment(text: string): readonly [body: string, comment: string] {
  const body = bodyOf(text);
  return [body, text.slice(body.length)];
}

/** For each line, the number of the YAML document that it is in, counted from 0. */
export function documentsOf(all: readonly Parts[]): number[] {
  let document = 0;
  let isBegun = false;
  return all.map(({ isBlank, value, indent }) => {
    const isMark = indent === 0 && /^---(?:[ \t]|$)/.test(value);
    if (isMark && isBegun) document += 1;
    isBegun ||= !isBlank;
    return document;
  });
}

/** The first step into a document of a text that has several. */
export const stepOfDocument = (document: number): number => -1 - document;

/** The index after the last line that belongs to a line: those that are indented deeper, and a list at its own depth. */
export function endOfBlock(all: readonly Parts[], at: number): number {
  const first = all[at];
  if (!first) return at + 1;
  const depth = first.dashes > 0 ? first.indent : first.column;
  const mayHaveList = first.dashes === 0 && first.value === '';
  let end = at + 1;
  for (let next = end; next < all.length; next += 1) {
    const parts = all[next];
    if (!parts || parts.isBlank) continue;
    const isOfList = mayHaveList && parts.dashes > 0 && parts.indent === depth;
    if (parts.indent <= depth && !isOfList) break;
    end = next + 1;
  }
  return end;
}

interface Level {
  readonly column: number;
  readonly isItem: boolean;
  readonly step: string | number;
}

/** For each line, the way to it, as its indentation shows it; in a text of several documents, each way begins with the step into its own. */
export function pathsOf(all: readonly Parts[]): Steps[] {
  const stack: Level[] = [];
  const counts = new Map<string, number>();
  const leave = (isLeft: (level: Level) => boolean) => {
    for (let top = stack.at(-1); top && isLeft(top); top = stack.at(-1)) stack.pop();
  };
  const documents = documentsOf(all);
  const isMany = (documents.at(-1) ?? 0) > 0;
  return all.map(({ isBlank, dashes, indent, column, key }, line) => {
    const document = documents[line] ?? 0;
    const into = isMany ? [stepOfDocument(document)] : [];
    const steps = () => [...into, ...stack.map(({ step }) => step)];
    if (document !== documents[line - 1]) stack.length = 0;
    if (isBlank) return steps();
    if (dashes > 0) {
      leave((level) => level.column > indent || (level.isItem && level.column === indent));
      const list = JSON.stringify(steps());
      const place = counts.get(list) ?? 0;
      counts.set(list, place + 1);
      stack.push({ column: indent, isItem: true, step: place });
    } else leave((level) => level.column >= column);
    if (key !== undefined) stack.push({ column, isItem: false, step: key });
    return steps();
  });
}

/** Whether a way begins with another. */
export function isUnder(path: Steps, parent: Steps): boolean {
  return parent.every((step, at) => path[at] === step);
}

/** The index of the line that is nearest to the end of a way; -1 where there is none of it. */
export function nearestLine(paths: readonly Steps[], path: Steps): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const at = paths.findIndex((one) => isUnder(one, part));
    if (at >= 0) return at;
  }
  return -1;
}
