import type * as apps from 'kubernetes-types/apps/v1';
import type * as core from 'kubernetes-types/core/v1';
import type { ObjectMeta } from 'kubernetes-types/meta/v1';

/** An object with the fields that it has once a cluster has it. */
type Has<T, K extends keyof T> = T & { readonly [P in K]-?: NonNullable<T[P]> };

/** What every object of a cluster says of itself; times are ISO 8601 by the cluster's clock. */
export type Metadata = Has<ObjectMeta, 'name' | 'namespace' | 'uid' | 'creationTimestamp'>;

/** An object as a cluster has it. */
type Stored<Kind extends string, T> = Omit<T, 'kind' | 'metadata'> & {
  readonly kind: Kind;
  readonly metadata: Metadata;
};

/** A container of a Pod, or of the template of one. */
export type ContainerSpec = Has<core.Container, 'image'>;

type PodSpec = Omit<core.PodSpec, 'containers'> & { readonly containers: readonly ContainerSpec[] };

type Workload<
  Kind extends string,
  Spec extends { template?: core.PodTemplateSpec },
  Status,
> = Stored<
  Kind,
  {
    readonly spec: Omit<Spec, 'template'> & {
      readonly template: core.PodTemplateSpec & { readonly spec: PodSpec };
    };
    readonly status: Status;
  }
>;

export type Pod = Stored<'Pod', { readonly spec: PodSpec; readonly status: core.PodStatus }>;
export type Deployment = Workload<'Deployment', apps.DeploymentSpec, apps.DeploymentStatus>;
export type ReplicaSet = Workload<'ReplicaSet', apps.ReplicaSetSpec, apps.ReplicaSetStatus>;
export type Service = Stored<'Service', { readonly spec: core.ServiceSpec }>;

/** One thing that happened in a cluster, as its components report it; kept for an hour or so. */
export type ClusterEvent = Stored<'Event', Has<core.Event, 'reason'>>;

export type Node = Stored<'Node', { readonly status: core.NodeStatus }>;

export type ClusterObject = Pod | Deployment | ReplicaSet | Service | ClusterEvent;

/** What a namespace holds, each kind in the order of its names. */
export interface NamespaceObjects {
  readonly deployments: readonly Deployment[];
  readonly replicaSets: readonly ReplicaSet[];
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
  readonly events: readonly ClusterEvent[];
}

/** Sorts objects by their kinds. */
export function byKind(objects: readonly ClusterObject[]): NamespaceObjects {
  const of = <K extends ClusterObject['kind']>(kind: K) =>
    objects.filter((object): object is Extract<ClusterObject, { kind: K }> => object.kind === kind);
  return {
    deployments: of('Deployment'),
    replicaSets: of('ReplicaSet'),
    pods: of('Pod'),
    services: of('Service'),
    events: of('Event'),
  };
}

/** Whether a Pod answers requests. */
export function isReady({ metadata, status }: Pod): boolean {
  if (metadata.deletionTimestamp) return false;
  return (status.conditions ?? []).some(
    ({ type, status: is }) => type === 'Ready' && is === 'True',
  );
}

/** Whether labels have all that a selector asks for; an empty selector selects nothing. */
export function selects(
  selector: Readonly<Record<string, string>> | undefined,
  labels: Readonly<Record<string, string>> | undefined,
): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels?.[key] === value);
}

/** The ReplicaSets of a Deployment, the current one first. */
export function replicaSetsOf(
  { metadata: { uid } }: Deployment,
  { replicaSets }: NamespaceObjects,
): ReplicaSet[] {
  const revision = ({ metadata }: ReplicaSet) =>
    Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
  return replicaSets
    .filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.uid === uid))
    .sort((one, other) => revision(other) - revision(one));
}

/** The Pods that ReplicaSets own. */
export function podsOf(sets: readonly ReplicaSet[], { pods }: NamespaceObjects): Pod[] {
  const uids = new Set(sets.map(({ metadata }) => metadata.uid));
  return pods.filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uids.has(uid)));
}

/** When an event happened last, in milliseconds; NaN where it does not say. */
export function timeOf({
  lastTimestamp,
  eventTime,
  firstTimestamp,
  metadata,
}: ClusterEvent): number {
  return Date.parse(lastTimestamp ?? eventTime ?? firstTimestamp ?? metadata.creationTimestamp);
}

/** An object that a cluster reports while it is followed. */
export type Followed = Deployment | Pod | Service;

/** A change as the cluster reports it; after a break of the connection, every object that is there is reported again. */
export interface Change {
  readonly phase: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Followed;
}
