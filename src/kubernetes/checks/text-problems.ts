import { yamlMistake } from '../../core/checks/yaml-mistake';
import { jsonMistake } from '../../core/repair/json';
import type { Problem } from '../../core/problem';
import { manifestObject } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';
import { manifestUnreadable } from '../problems/manifest';
import { chooseDocument } from './choose-document';
import { fieldProblems } from './field-problems';
import { manifestDocuments, type ManifestDocument } from './manifest-text';

/** How a text differs from what is wanted, by its fields; undefined where it has no object. */
export function textProblems(
  manifest: Manifest,
  path: string,
  source: string,
): readonly Problem[] | undefined {
  const unreadable = unreadableIn(path, source);
  if (unreadable) return [unreadable];
  const document = chooseDocument(manifestDocuments(source), manifest);
  const place = {
    name: path,
    lineOf: (at: Parameters<ManifestDocument['lineOf']>[0]) => String(document?.lineOf(at) ?? ''),
  };
  return document && fieldProblems(manifestObject(manifest), document.value, place);
}

/** Why a text is no YAML; undefined where it is. */
export function unreadableIn(path: string, source: string): Problem | undefined {
  const json = jsonMistake(source);
  const ofJson = json && { line: json.line + 1, cause: 'other' };
  const mistake = ofJson ?? yamlMistake(source);
  if (!mistake) return undefined;
  const { line, cause } = mistake;
  const text = source.split(/\r?\n/)[line - 1]?.trim() ?? '';
  return manifestUnreadable({ file: path, line: String(line), text, cause });
}
