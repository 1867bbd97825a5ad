import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document } from 'yaml';

/** One object of a YAML file, with where its fields stand. */
export interface ManifestDocument {
  readonly value: unknown;
  /** The line, counted from 1, of the deepest part of a path that the object has. */
  lineOf(path: readonly (string | number)[]): number;
}

/** The objects of a YAML file that is free of mistakes. */
export function manifestDocuments(source: string): ManifestDocument[] {
  const counter = new LineCounter();
  const documents = parseAllDocuments(source, { lineCounter: counter });
  if (!Array.isArray(documents)) return [];
  return documents
    .map((document: Document) => ({
      value: document.toJS() as unknown,
      lineOf: (path: readonly (string | number)[]) =>
        counter.linePos(offsetOf(document, path)).line,
    }))
    .filter(({ value }) => value !== null);
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = document.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = rangeOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function rangeOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | undefined)?.range?.[0];
}
