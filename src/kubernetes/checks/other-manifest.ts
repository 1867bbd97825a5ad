import { isMapping } from '../../core/repair/goal';
import { partsOf } from '../../core/repair/parts';
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

/** The same of a text that is no YAML, line by line: the kind and the name of another object, and nothing of its own. */
export function otherInText(source: string, manifest: Manifest): Manifest | undefined {
  const lines = source.split(/\r?\n/).map(partsOf);
  const has = ({ kind, props }: Manifest) =>
    lines.some(({ key, value }) => key === 'kind' && value === kind) &&
    lines.some(({ key, value }) => key === 'name' && value === props.name);
  if (source.includes(manifest.props.name) || source.includes(`kind: ${manifest.kind}`))
    return undefined;
  return manifests.find(has);
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
