import { objectIn } from '../checks/find-object';
import type { KubernetesLab } from '../lab';
import { objectName } from '../model/manifest-files';
import { deleteObjects } from '../cluster/apply';
import type { ClusterSnapshot } from '../cluster/snapshot';
import type { Metadata, NamespaceObjects } from '../cluster/objects';
import { Failure } from '../../core/failure';
import { removeFiles, writtenFiles } from '../../core/verbs/files';
import type { ClusterKind, LabObject } from '../../core/verbs/removal';
import {
  fileObject,
  forget,
  type RemovalOutcome,
  type RemovalPlan,
} from '../../core/verbs/removal';
import { isOurs } from './owner';
import type { ClusterSession } from './session';

/** Lists what `down` would remove of a namespace, with the files that were written for the labs. */
export async function planRemoval(
  labs: readonly KubernetesLab[],
  session: ClusterSession,
  within?: string,
): Promise<RemovalPlan> {
  const [objects, files] = await Promise.all([
    objectsOf(labs, session.cluster.snapshot()),
    writtenFiles(labs, session, within),
  ]);
  const removable = [...objects, ...files.unchanged.map(fileObject)];
  return { labs, images: [], strangers: [], changedFiles: files.changed, removable };
}

async function objectsOf(
  labs: readonly KubernetesLab[],
  cluster: ClusterSnapshot,
): Promise<LabObject[]> {
  const manifests = labs.flatMap(({ setup, solution }) => [...setup, ...solution]);
  const byName = new Map(manifests.map((manifest) => [objectName(manifest), manifest]));
  const named = await Promise.all(
    [...byName.values()].map(async (manifest) => {
      const found = await objectIn({ cluster }, manifest);
      if (!found) return [];
      const kind = manifest.kind.toLowerCase() as ClusterKind;
      const image = 'image' in manifest.props ? imageOf(found.spec) : '';
      return [labObject(kind, found.metadata, image)];
    }),
  );
  const names = [...byName.values()]
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ props }) => props.name);
  return [...named.flat(), ...orphans(names, await cluster.objects())];
}

// What stays when a Deployment is deleted with --cascade=orphan.
function orphans(names: readonly string[], { replicaSets, pods }: NamespaceObjects): LabObject[] {
  const isOrphan = (pattern: string) => (metadata: Metadata) =>
    !metadata.ownerReferences?.length &&
    names.some((name) => new RegExp(`^${name}-${pattern}$`).test(metadata.name));
  return [
    ...replicaSets
      .filter(({ metadata }) => isOrphan('[a-z0-9]+')(metadata))
      .map(({ metadata, spec }) => labObject('replicaset', metadata, imageOf(spec))),
    ...pods
      .filter(({ metadata }) => isOrphan('[a-z0-9]+-[a-z0-9]{5}')(metadata))
      .map(({ metadata, spec }) => labObject('pod', metadata, imageOf(spec))),
  ];
}

interface WithContainers {
  readonly containers?: readonly { readonly image: string }[];
  readonly template?: {
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
  };
}

function imageOf(spec: object): string {
  const { containers, template } = spec as WithContainers;
  return (containers ?? template?.spec.containers)?.[0]?.image ?? '';
}

function labObject(kind: ClusterKind, metadata: Metadata, image: string): LabObject {
  const owner = isOurs(metadata) ? 'ours' : 'reader';
  return { kind, name: metadata.name, owner, image, createdAt: metadata.creationTimestamp };
}

/** Removes the given objects of a plan with all that they own, looks again, and says what is left. */
export async function remove(
  plan: RemovalPlan,
  objects: readonly LabObject[],
  session: ClusterSession,
): Promise<RemovalOutcome> {
  const files = objects.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  await removeFiles(plan.labs, files, session);
  const inCluster = objects.filter(({ kind }) => kind !== 'file');
  const reasons: string[] = [];
  await deleteObjects(session.cluster.target(), inCluster.map(keyOf)).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    reasons.push(error.values['said'] ?? error.code);
  });
  const left = inCluster.length === 0 ? [] : await stillThere(inCluster, session);
  if (left.length === 0) await forget(plan.labs, session);
  const removed = objects.filter((object) => !left.includes(object));
  return { removed, left, reasons, blocked: [] };
}

async function stillThere(
  objects: readonly LabObject[],
  session: ClusterSession,
): Promise<LabObject[]> {
  const { pods, replicaSets, deployments, services } = await session.cluster.snapshot().objects();
  const now = new Set(
    [...pods, ...replicaSets, ...deployments, ...services].map(
      ({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`,
    ),
  );
  return objects.filter((object) => now.has(keyOf(object)));
}

function keyOf({ kind, name }: LabObject): string {
  return `${kind}/${name}`;
}
