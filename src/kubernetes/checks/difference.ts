import { distance } from 'fastest-levenshtein';
import { repositoryOf } from '../../core/image-name';
import { isMapping } from '../../core/repair/goal';

/** A path into an object: keys, and places in lists counted from 0. */
export type Path = readonly (string | number)[];

/** One place in which an object is not as it is wanted. */
export interface Difference {
  readonly path: Path;
  readonly kind: 'wrong' | 'text' | 'missing' | 'list';
  readonly found: unknown;
  readonly wanted: unknown;
  /** Of a missing key: a key beside its place that looks like it. */
  readonly similar?: string;
  /** Of a missing key: where in the object it stands instead. */
  readonly elsewhere?: Path;
}

/** How an object differs from a wanted one; more than is wanted is no difference. */
export function differences(wanted: unknown, found: unknown): Difference[] {
  const list = compare(wanted, found, []);
  return list.map((difference) =>
    difference.kind === 'missing' ? locate(difference, wanted, found) : difference,
  );
}

function compare(wanted: unknown, found: unknown, path: Path): Difference[] {
  if (found === undefined || found === null)
    return path.at(-1) === 'protocol' ? [] : [{ path, kind: 'missing', found, wanted }];
  if (Array.isArray(wanted)) return compareLists(wanted, found, path);
  if (isMapping(wanted)) {
    if (!isMapping(found)) return [{ path, kind: 'wrong', found, wanted }];
    return Object.entries(wanted).flatMap(([key, value]) =>
      compare(value, found[key], [...path, key]),
    );
  }
  if (isSame(wanted, found, path)) return [];
  const isText =
    typeof wanted === 'number' && typeof found === 'string' && /^\s*\d+\s*$/.test(found);
  return [{ path, kind: isText ? 'text' : 'wrong', found, wanted }];
}

function compareLists(wanted: readonly unknown[], found: unknown, path: Path): Difference[] {
  if (!Array.isArray(found)) return [{ path, kind: 'list', found, wanted }];
  return wanted.flatMap((item) => {
    // The item that comes closest stands for the wanted one.
    const tries = found.map((other, index) => compare(item, other, [...path, index]));
    tries.sort((one, other) => one.length - other.length);
    return (
      tries[0] ?? [{ path: [...path, 0], kind: 'missing' as const, found: undefined, wanted: item }]
    );
  });
}

function isSame(wanted: unknown, found: unknown, path: Path): boolean {
  if (wanted === found) return true;
  if (path.at(-1) !== 'image' || typeof wanted !== 'string' || typeof found !== 'string')
    return false;
  return repositoryOf(found) === repositoryOf(wanted);
}

function locate(difference: Difference, wanted: unknown, found: unknown): Difference {
  const key = difference.path.at(-1);
  if (typeof key !== 'string') return difference;
  const expected = at(wanted, difference.path.slice(0, -1));
  const beside = at(found, difference.path.slice(0, -1));
  const similar = Object.keys(isMapping(beside) ? beside : {}).find(
    (other) => !(isMapping(expected) && other in expected) && isSlipOf(other, key),
  );
  if (similar !== undefined) return { ...difference, similar };
  const elsewhere = findMisplaced(found, key, wanted, []);
  return elsewhere ? { ...difference, elsewhere } : difference;
}

function isSlipOf(word: string, key: string): boolean {
  return distance(word.toLowerCase(), key.toLowerCase()) <= (key.length > 4 ? 2 : 1);
}

// A key of that name in a place where the wanted object has none.
function findMisplaced(tree: unknown, key: string, wanted: unknown, path: Path): Path | undefined {
  const entries: [string | number, unknown][] = Array.isArray(tree)
    ? [...tree.entries()]
    : Object.entries(isMapping(tree) ? tree : {});
  for (const [name, value] of entries) {
    const here = [...path, name];
    if (name === key && at(wanted, here) === undefined) return here;
    const below = findMisplaced(value, key, wanted, here);
    if (below) return below;
  }
  return undefined;
}

function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    tree,
  );
}

/** A path as people write it, such as `spec.ports[0].nodePort`. */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
