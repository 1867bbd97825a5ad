import { yamlMistake } from '../../core/checks/yaml-mistake';
import { withExpected, type Problem } from '../../core/problem';
import { fileUnlike } from '../../core/problems/yaml-mistake';
import { faultsOf } from '../../core/repair/faults';
import { manifestPath, objectName } from '../model/manifest-files';
import { manifestLines } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';
import { manifestOtherObject } from '../problems/manifest';
import { manifestGoal } from './manifest-goal';
import { manifestDocuments } from './manifest-text';
import { mendManifest } from './mend-manifest';
import { otherInText, otherManifest } from './other-manifest';
import { textProblems, unreadableIn } from './text-problems';

/** What is wrong with a text as far as it alone tells it, by the mistakes that were made where these are found; undefined where it has no object. */
export function judgeText(
  manifest: Manifest,
  path: string,
  source: string,
): readonly Problem[] | undefined {
  const problems = textProblems(manifest, path, source);
  if (!problems || problems.length === 0) return problems;
  const other = otherObject(manifest, path, source);
  if (other) return [other];
  const mending = mendManifest(path, source, manifest);
  // Tried with the parser that reads the file in the end.
  const isTried = () => textProblems(manifest, path, mending?.text ?? '')?.length === 0;
  if (mending && (!mending.isWhole || isTried())) return mending.problems;
  // What the search does not know, such as a label that only the selector has, is told as it is.
  const isKnown = faultsOf(source, manifestGoal(manifest)).length > 0;
  return isKnown ? [notMended(manifest, path, source)] : problems;
}

// Without a change that was tried, the reader gets what the file has to say.
function notMended(manifest: Manifest, path: string, source: string): Problem {
  const unlike = fileUnlike({ file: path, object: objectName(manifest) });
  return withExpected(unreadableIn(path, source) ?? unlike, manifestLines(manifest));
}

function otherObject(manifest: Manifest, path: string, source: string): Problem | undefined {
  const other = yamlMistake(source)
    ? otherInText(source, manifest)
    : otherManifest(manifestDocuments(source), manifest);
  if (!other) return undefined;
  const problem = manifestOtherObject({
    file: path,
    found: objectName(other),
    wanted: objectName(manifest),
    proper: manifestPath(other),
  });
  return withExpected(problem, manifestLines(manifest));
}
