import { isMapping } from '../../core/repair/goal';
import { fieldsOf } from '../model/fields';
import { manifests, type Manifest } from '../model/manifests';
import type { ManifestDocument } from './manifest-text';

/** The object of another file that a file describes in the place of its own; undefined where one of them is meant to be its own. */
export function otherManifest(
  documents: readonly ManifestDocument[],
  manifest: Manifest,
): Manifest | undefined {
  const kinds = documents.map(({ value }) => kindOf(value));
  if (kinds.includes(manifest.kind)) return undefined;
  const found = documents.find(({ value }) => isMadeAs(value) && !fits(value, manifest.kind));
  return manifests.find(({ kind }) => kind === kindOf(found?.value));
}

const kindOf = (value: unknown): unknown => (isMapping(value) ? value['kind'] : undefined);

/** Whether an object is what its kind says, and no other with a wrong kind. */
function isMadeAs(value: unknown): boolean {
  const kind = kindOf(value);
  return manifests.some((one) => one.kind === kind && fits(value, one.kind));
}

function fits(value: unknown, kind: Manifest['kind']): boolean {
  const spec = isMapping(value) ? value['spec'] : undefined;
  const known = fieldsOf(kind, ['spec']);
  return isMapping(spec) && Object.keys(spec).every((key) => known?.has(key));
}
