import { isBrought } from './candidates/lines';
import { isMapping } from './goal';
import { remembering } from './remember';
import { bodyOf, partsOf, pathsOf, type Steps } from './parts';

// An open quotation mark, a tab, a letter of another keyboard.
const oddities = [
  /^[^"]*(?:"[^"]*"[^"]*)*"[^"]*$/,
  /^[^']*(?:'[^']*'[^']*)*'[^']*$/,
  /^\s*\t/,
  /[\uFF01-\uFF5E\u3000\u00A0\u201C\u201D\u200B]/,
];

/** How far the lines of a text that is no YAML are from those of the wanted objects, by their keys, their depth and their values; of several documents, the nearest counts. */
export function strangeness(lines: readonly string[], written: readonly unknown[]): number {
  const odd = lines.filter(isOdd).length;
  const wanted = entriesOf(written);
  return 3 * odd + Math.min(...documentsIn(lines).map((document) => farness(document, wanted)));
}

const isOdd = remembering(
  (line: string): boolean => isBrought(line) || oddities.some((form) => form.test(line)),
);

function documentsIn(lines: readonly string[]): string[][] {
  return lines.reduce<string[][]>(
    (documents, line) => {
      if (/^---(?:\s|$)/.test(line)) return [...documents, []];
      documents.at(-1)?.push(line);
      return documents;
    },
    [[]],
  );
}

function farness(lines: readonly string[], wanted: ReadonlyMap<string, number>): number {
  const missing = new Map(wanted);
  const places = new Set([...wanted.keys()].map((entry) => entry.split('=')[0]));
  const parts = lines.map(partsOf);
  let strange = 0;
  pathsOf(parts).forEach((path, at) => {
    const part = parts[at];
    if (!part || part.isBlank) return;
    const place = placeOf(path);
    const entry = `${place}=${bare(part.value)}`;
    const count = missing.get(entry) ?? 0;
    if (count > 0) missing.set(entry, count - 1);
    else strange += places.has(place) ? 0.5 : part.key === undefined ? 2 : 1.5;
  });
  for (const count of missing.values()) strange += 2 * count;
  return strange;
}

// Only the end of a way: one name in a wrong place must not make all beneath it strange.
const placeOf = (path: Steps): string =>
  path
    .slice(-3)
    .map((step) => (typeof step === 'number' ? '*' : step))
    .join('.');

function bare(value: string): string {
  const plain = bodyOf(value).trim();
  const [first = ''] = plain;
  const isQuoted = plain.length > 1 && /["']/.test(first) && plain.endsWith(first);
  return isQuoted ? plain.slice(1, -1) : plain;
}

const known = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

/** What each line of a file with these objects says, and how many lines say it. */
function entriesOf(trees: readonly unknown[]): ReadonlyMap<string, number> {
  const before = known.get(trees);
  if (before) return before;
  const found = new Map<string, number>();
  const walk = (tree: unknown, path: Steps): void => {
    const isItem = typeof path.at(-1) === 'number';
    if (path.length > 0 && (!isItem || typeof tree !== 'object')) {
      const entry = `${placeOf(path)}=${typeof tree === 'object' ? '' : String(tree)}`;
      found.set(entry, (found.get(entry) ?? 0) + 1);
    }
    if (Array.isArray(tree)) tree.forEach((item, at) => walk(item, [...path, at]));
    else if (isMapping(tree))
      for (const [key, value] of Object.entries(tree)) walk(value, [...path, key]);
  };
  for (const tree of trees) walk(tree, []);
  known.set(trees, found);
  return found;
}
