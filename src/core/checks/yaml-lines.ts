import { isMap, isScalar, isSeq, type Document, type LineCounter } from 'yaml';

/** A way into a YAML document: keys; items of a list by their place, counted from 0, or by their text. */
export type YamlPath = readonly (string | number)[];

/** The line, counted from 1, of the deepest part of a path that a document has; undefined where it has none of it. */
export function lineOfPath(
  document: Document,
  counter: LineCounter,
  path: YamlPath,
): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    const found = childOf(node, step);
    if (!found) break;
    offset = startOf(found.at) ?? offset;
    node = found.value;
  }
  return offset === undefined ? undefined : counter.linePos(offset).line;
}

interface Child {
  readonly at: unknown;
  readonly value: unknown;
}

function childOf(node: unknown, step: string | number): Child | undefined {
  const isStep = (one: unknown) => isScalar(one) && String(one.value) === String(step);
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isStep(key));
    return pair && { at: pair.key, value: pair.value };
  }
  if (!isSeq(node)) return undefined;
  const item = typeof step === 'number' ? node.items[step] : node.items.find(isStep);
  return item ? { at: item, value: item } : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] }).range?.[0];
}
