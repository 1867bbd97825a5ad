import type { Manifest } from '../model/manifests';
import type { ManifestDocument } from './manifest-text';

/** Of the objects in a file, the one that is meant to be the exercise's: by its kind and name, by its kind, or else the first. */
export function chooseDocument(
  documents: readonly ManifestDocument[],
  { kind, props }: Manifest,
): ManifestDocument | undefined {
  const isOfKind = ({ value }: ManifestDocument) =>
    (value as { kind?: unknown } | null)?.kind === kind;
  const isNamed = ({ value }: ManifestDocument) =>
    (value as { metadata?: { name?: unknown } | null } | null)?.metadata?.name === props.name;
  return (
    documents.find((one) => isOfKind(one) && isNamed(one)) ??
    documents.find(isOfKind) ??
    documents[0]
  );
}
