import type { Manifest } from './kube';
import { manifestText } from './kube-object';
import { readersPath } from './kube-place';

/** The shell lines that write a file of chapter 8 for a reader, with changes to the book's text; they fail where a change changes nothing. */
export function writes(
  manifest: Manifest,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  const text = changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`'${from}' is not in ${manifest.file}`);
    return after;
  }, manifestText(manifest));
  return `mkdir -p kube_folder\ncat >${readersPath(manifest)} <<'END'\n${text}END`;
}

/** The shell lines that write such a file and apply it. */
export function applies(
  manifest: Manifest,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  return `${writes(manifest, ...changes)}\nkubectl apply -f ${readersPath(manifest)}`;
}

/** The same where the cluster refuses the file, which is no end of the reader's session. */
export function triesToApply(
  manifest: Manifest,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  return `${applies(manifest, ...changes)} || true`;
}
