import { repositoryOf } from '../../core/image-name';
import type { Goal } from '../../core/repair/goal';
import { fieldsOf } from '../model/fields';
import { listItems } from '../model/list-items';
import { manifestObject } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';

/** What the reader's file for an object of chapter 8 has to become. */
export function manifestGoal(manifest: Manifest): Goal {
  const wanted = [manifestObject(manifest)];
  return {
    wanted,
    written: wanted,
    fieldsAt: (path, tree) => fieldsOf(kindOf(tree) ?? manifest.kind, path),
    isEnough: (path, want, found) =>
      want === found ||
      (path.at(-1) === 'image' && repositoryOf(String(found)) === repositoryOf(String(want))),
    // The cluster fills it in.
    isFree: (path) => path.at(-1) === 'protocol',
    // kubectl reads such a text as JSON alone.
    jsonIsStrict: true,
    unfold: listItems,
    normal: (tree) => tree,
  };
}

function kindOf(tree: unknown): Manifest['kind'] | undefined {
  const { kind } = (tree ?? {}) as { kind?: unknown };
  return kind === 'Pod' || kind === 'Deployment' || kind === 'Service' ? kind : undefined;
}
