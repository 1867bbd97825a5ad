import type { Deployment, Pod, Service } from '../cluster/objects';
import type { Manifest } from '../model/manifests';
import type { ClusterContext } from './check';

/** The objects of the kind of a manifest in the namespace. */
export async function objectsOfKind(
  { cluster }: Pick<ClusterContext, 'cluster'>,
  { kind }: Pick<Manifest, 'kind'>,
): Promise<readonly (Pod | Deployment | Service)[]> {
  const { pods, deployments, services } = await cluster.objects();
  return { Pod: pods, Deployment: deployments, Service: services }[kind];
}

/** The object that a manifest is about, where the namespace has it. */
export async function objectIn(
  context: Pick<ClusterContext, 'cluster'>,
  manifest: Manifest,
): Promise<Pod | Deployment | Service | undefined> {
  const objects = await objectsOfKind(context, manifest);
  return objects.find(({ metadata }) => metadata.name === manifest.props.name);
}
