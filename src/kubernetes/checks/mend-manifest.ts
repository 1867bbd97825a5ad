import { yamlMistake } from '../../core/checks/yaml-mistake';
import { mendingOf, type Mending, type Told } from '../../core/checks/mending';
import type { Problem } from '../../core/problem';
import type { Mistake } from '../../core/repair/change';
import { manifestObject } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';
import { chooseDocument } from './choose-document';
import { fieldProblems } from './field-problems';
import { manifestGoal } from './manifest-goal';
import { manifestDocuments } from './manifest-text';

/** The last answer: several checks of a lab ask about the same file, and `watch` asks again and again. */
let last: { readonly key: string; readonly mending: Mending | undefined } | undefined;

/** Looks for the changes that mend the reader's file for an object. */
export function mendManifest(
  path: string,
  source: string,
  manifest: Manifest,
): Mending | undefined {
  const key = JSON.stringify([path, source, manifest]);
  if (last?.key === key) return last.mending;
  const goal = manifestGoal(manifest);
  const mending = mendingOf(path, source, goal, (told) => own(path, manifest, told));
  last = { key, mending };
  return mending;
}

/** Of these mistakes, the field tells more than their kind. */
const ofFields = new Set<Mistake>(['value', 'missing', 'quote-extra']);

// The problem of the field that the change ends, and that no other field has.
function own(path: string, manifest: Manifest, told: Told): Problem | undefined {
  if (!ofFields.has(told.mistake)) return undefined;
  const problemsIn = (text: string) => fieldProblemsOf(path, text, manifest, String(told.line));
  const left = problemsIn(told.after).map(keyOf);
  const ended = problemsIn(told.before).filter((problem) => !left.includes(keyOf(problem)));
  const [only] = ended.length === 1 ? ended : [];
  // A whole object is no word of a sentence; a missing one is told by its name.
  const isObject = /^[[{]/.test(only?.values['wanted'] ?? '');
  return isObject && only?.code !== 'field-missing' ? undefined : only;
}

const keyOf = ({ code, values }: Problem): string => `${code} ${values['path'] ?? ''}`;

function fieldProblemsOf(
  path: string,
  text: string,
  manifest: Manifest,
  line: string,
): readonly Problem[] {
  if (yamlMistake(text)) return [];
  const document = chooseDocument(manifestDocuments(text), manifest);
  if (!document) return [];
  const place = { name: path, lineOf: () => line };
  return fieldProblems(manifestObject(manifest), document.value, place);
}
