import type { Steps } from './parts';

/** What a file of the reader's has to become. */
export interface Goal {
  /** The objects that it has to have, in the form that `normal` gives. */
  readonly wanted: readonly unknown[];
  /** The same objects as the solution's file writes them. */
  readonly written: readonly unknown[];
  /** The names that may stand under a path, by the platform's own schema; undefined where any name may. */
  fieldsAt(path: Steps, tree: unknown): ReadonlySet<string> | undefined;
  /** Whether a value does for the wanted one. */
  isEnough(path: Steps, wanted: unknown, found: unknown): boolean;
  /** Whether it does not matter what stands there. */
  isFree(path: Steps): boolean;
  /** Whether a text that begins as JSON does has to be JSON, and not only YAML. */
  readonly jsonIsStrict?: boolean;
  /** The objects that an object of the file holds, and the way to each; undefined where it is one itself. */
  unfold?(tree: unknown): readonly Held[] | undefined;
  /** An object with one form for what may be written in several. */
  normal(tree: unknown): unknown;
  /** What is wrong in an object whatever is wanted, such as a value of a type that the platform refuses. */
  misfits?(tree: unknown): Fault[];
  /** A fault of the normal form, in the form in which the object is written. */
  asWritten?(fault: Fault, tree: unknown): Fault;
}

/** An object inside of another one. */
export interface Held {
  readonly tree: unknown;
  readonly path: Steps;
}

/** One thing in which a text is not as a goal wants it. */
export interface Fault {
  readonly kind: 'unreadable' | 'unknown' | 'missing' | 'wrong' | 'form';
  readonly path: Steps;
  /** The index of the line that cannot be read. */
  readonly line?: number;
  readonly wanted?: unknown;
  readonly found?: unknown;
  /** Whether the last step of the path is a name that should be the wanted one. */
  readonly isName?: boolean;
  /** How far it is from the goal. */
  readonly weight: number;
}

/** How far faults are from a goal; 0 at the goal. */
export const distanceOf = (faults: readonly Fault[]): number =>
  faults.reduce((sum, { weight }) => sum + weight, 0);

/** Whether a value of a YAML file has keys. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For each name that has names beneath it, in objects of a list too: those names. */
export function namesBelow(trees: readonly unknown[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (tree: unknown, above: string | undefined): void => {
    if (Array.isArray(tree)) tree.forEach((item) => walk(item, above));
    if (!isMapping(tree)) return;
    for (const [key, value] of Object.entries(tree)) {
      if (above !== undefined) found.set(above, (found.get(above) ?? new Set()).add(key));
      walk(value, key);
    }
  };
  trees.forEach((tree) => walk(tree, undefined));
  return found;
}

/** Every key that an object has, at any depth. */
export function keysIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(keysIn);
  if (!isMapping(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => [key, ...keysIn(value)]);
}

/** How far it is from a goal that something is missing. */
export const weightOfMissing = (tree: unknown): number => 1.5 + 1.5 * leavesIn(tree);

/** How many values an object has, at any depth. */
export function leavesIn(tree: unknown): number {
  const items = Array.isArray(tree) ? tree : isMapping(tree) ? Object.values(tree) : [];
  return Math.max(
    1,
    items.reduce((sum: number, item) => sum + leavesIn(item), 0),
  );
}
