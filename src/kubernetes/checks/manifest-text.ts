import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { lineOfPath, type YamlPath } from '../../core/checks/yaml-lines';

/** One object of a YAML file, with where its fields stand. */
export interface ManifestDocument {
  readonly value: unknown;
  /** The line, counted from 1, of the deepest part of a path that the object has. */
  lineOf(path: YamlPath): number;
}

/** The objects of a YAML file that is free of mistakes. */
export function manifestDocuments(source: string): ManifestDocument[] {
  const counter = new LineCounter();
  const documents = parseAllDocuments(source, { lineCounter: counter });
  if (!Array.isArray(documents)) return [];
  return documents
    .map((document: Document) => ({
      value: document.toJS() as unknown,
      lineOf: (path: YamlPath) =>
        lineOfPath(document, counter, path) ?? counter.linePos(document.range?.[0] ?? 0).line,
    }))
    .filter(({ value }) => value !== null);
}
