import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { lineOfPath, type YamlPath } from '../../core/checks/yaml-lines';
import { listItems } from '../model/list-items';

/** One object of a YAML file, with where its fields stand. */
export interface ManifestDocument {
  readonly value: unknown;
  /** The line, counted from 1, of the deepest part of a path that the object has. */
  lineOf(path: YamlPath): number;
}

/** The objects of a YAML file that is free of mistakes, also those that a `List` holds. */
export function manifestDocuments(source: string): ManifestDocument[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(source, { lineCounter });
  if (!Array.isArray(documents)) return [];
  return documents
    .flatMap((document: Document) => objectsOf(document, lineCounter))
    .filter(({ value }) => value !== null);
}

function objectsOf(document: Document, counter: LineCounter): ManifestDocument[] {
  const value = document.toJS() as unknown;
  const at = (own: YamlPath) => (path: YamlPath) =>
    lineOfPath(document, counter, [...own, ...path]) ??
    counter.linePos(document.range?.[0] ?? 0).line;
  const held = listItems(value)?.map(({ tree, path }) => ({ value: tree, lineOf: at(path) }));
  return held ?? [{ value, lineOf: at([]) }];
}
