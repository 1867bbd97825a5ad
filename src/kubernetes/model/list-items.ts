import type { Held } from '../../core/repair/goal';

/** The objects in a `List`, as `kubectl get -o yaml` writes several, and the way to each; undefined where a value is none. */
export function listItems(value: unknown): readonly Held[] | undefined {
  const { kind, items } = (value ?? {}) as { kind?: unknown; items?: unknown };
  if (kind !== 'List' || !Array.isArray(items)) return undefined;
  return items.map((item: unknown, at) => ({ tree: item, path: ['items', at] }));
}
