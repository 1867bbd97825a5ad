import { manifestObject } from '../../labs/kube-object';
import type { Manifest } from '../../labs/kube';
import { differences } from '../../checks/difference';
import { objectIn } from '../../checks/cluster-object';
import type { ClusterFacts } from '../../runtime/kubernetes/cluster';
import { fieldManager } from '../../runtime/kubernetes/apply';
import type { Metadata } from '../../runtime/kubernetes/objects';

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
  cluster: ClusterFacts,
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
