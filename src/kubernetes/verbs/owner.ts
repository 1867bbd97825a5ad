import { manifestObject } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';
import { differences } from '../checks/difference';
import { objectIn } from '../checks/find-object';
import type { ClusterSnapshot } from '../cluster/snapshot';
import { fieldManager } from '../cluster/apply';
import type { Metadata } from '../cluster/objects';

/** Whether this tool made an object, by who the cluster says wrote its fields. */
export function isOurs({ managedFields = [] }: Metadata): boolean {
  return managedFields.some(({ manager }) => manager === fieldManager);
}

/** How an object that a lab describes stands in the cluster. */
export interface Standing {
  readonly manifest: Manifest;
  readonly status: 'missing' | 'same' | 'other';
  readonly owner: 'ours' | 'reader';
}

/** Looks for the objects of manifests. */
export function standingOf(
  manifests: readonly Manifest[],
  cluster: ClusterSnapshot,
): Promise<Standing[]> {
  return Promise.all(
    manifests.map(async (manifest) => {
      const found = await objectIn({ cluster }, manifest);
      if (!found) return { manifest, status: 'missing' as const, owner: 'ours' as const };
      const isSame = differences(manifestObject(manifest).spec, found.spec).length === 0;
      const owner = isOurs(found.metadata) ? ('ours' as const) : ('reader' as const);
      return { manifest, status: isSame ? ('same' as const) : ('other' as const), owner };
    }),
  );
}
