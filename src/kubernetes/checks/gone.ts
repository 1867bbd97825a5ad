import type { Manifest } from '../model/manifests';
import { manifestPath, objectName } from '../model/manifest-files';
import type { NamespaceObjects, Pod } from '../cluster/objects';
import type { ClusterCheck } from './check';
import { objectIn } from './find-object';
import { podsLeaving } from '../problems/rollout';
import { objectLeft, podsLeft } from '../problems/service';

/** The object is gone, and so are the Pods that it had. */
export function isGone(manifest: Manifest): ClusterCheck {
  const object = objectName(manifest);
  const withPods = manifest.kind === 'Deployment';
  return {
    subject: object,
    title: () => ({
      ko: `\`${object}\`${withPods ? '와 그 파드가' : ' 오브젝트가'} 없어짐`,
      en: `\`${object}\` is gone${withPods ? ', with its Pods' : ''}`,
    }),
    async run(context) {
      const found = await objectIn(context, manifest);
      if (found?.metadata.deletionTimestamp) return [podsLeaving({ pods: found.metadata.name })];
      if (found) return [objectLeft({ object, file: manifestPath(manifest) })];
      if (manifest.kind !== 'Deployment') return [];
      const left = podsMadeBy(manifest, await context.cluster.objects());
      if (left.length === 0) return [];
      const staying = left.filter(({ metadata }) => !metadata.deletionTimestamp);
      const names = (pods: readonly Pod[]) => pods.map(({ metadata }) => metadata.name).join(', ');
      if (staying.length === 0) return [podsLeaving({ pods: names(left) })];
      const owners = staying.flatMap(({ metadata }) => metadata.ownerReferences ?? []);
      const keepers = owners.map(({ kind, name }) => `${kind.toLowerCase()}/${name}`);
      const unique = [...new Set(keepers)].join(', ');
      return [podsLeft({ object, pods: names(staying), owners: unique })];
    },
  };
}

/** The Pods whose names and labels say that a Deployment made them, whether or not the Deployment is there. */
function podsMadeBy(
  { props: { name, app } }: Extract<Manifest, { kind: 'Deployment' }>,
  { pods }: NamespaceObjects,
): Pod[] {
  const generated = new RegExp(`^${name}-[a-z0-9]+-[a-z0-9]{5}$`);
  return pods.filter(
    ({ metadata }) => metadata.labels?.['app'] === app && generated.test(metadata.name),
  );
}
