import { isMapping } from './goal';
import { partsOf, pathsOf, type Steps } from './parts';

// An open quotation mark, a tab, a letter of another keyboard, a mark of a web page.
const oddities = [
  /^[^"]*(?:"[^"]*"[^"]*)*"[^"]*$/,
  /^[^']*(?:'[^']*'[^']*)*'[^']*$/,
  /^\s*\t/,
  /[\uFF01-\uFF5E\u3000\u00A0\u201C\u201D\u200B]/,
  /^\s*(?:```|~~~|\$ )/,
];

/** How far the lines of a text that is no YAML are from those of the wanted objects, by their keys, their depth and their values. */
export function strangeness(lines: readonly string[], written: readonly unknown[]): number {
  const odd = lines.filter((line) => oddities.some((form) => form.test(line))).length;
  const missing = entriesOf(written);
  const places = new Set([...missing.keys()].map((entry) => entry.split('=')[0]));
  const parts = lines.map(partsOf);
  let strange = 3 * odd;
  pathsOf(parts).forEach((path, at) => {
    const part = parts[at];
    if (!part || part.isBlank) return;
    const place = placeOf(path);
    const entry = `${place}=${bare(part.value)}`;
    const count = missing.get(entry) ?? 0;
    if (count > 0) missing.set(entry, count - 1);
    else strange += places.has(place) ? 0.5 : 1.5;
  });
  for (const count of missing.values()) strange += 2 * count;
  return strange;
}

const placeOf = (path: Steps): string =>
  path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');

function bare(value: string): string {
  const plain = value.replace(/\s#.*$/, '').trim();
  const [first = ''] = plain;
  const isQuoted = plain.length > 1 && /["']/.test(first) && plain.endsWith(first);
  return isQuoted ? plain.slice(1, -1) : plain;
}

/** What each line of a file with these objects says, and how many lines say it. */
function entriesOf(trees: readonly unknown[]): Map<string, number> {
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
  return found;
}
