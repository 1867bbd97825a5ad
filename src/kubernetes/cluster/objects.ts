/** What every object of a cluster says of itself; times are ISO 8601 by the cluster's clock. */
export interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** Counts up with every change that the cluster makes to anything. */
  readonly resourceVersion?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly creationTimestamp: string;
  readonly deletionTimestamp?: string;
  readonly generation?: number;
  readonly ownerReferences?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
  }[];
  readonly managedFields?: readonly { readonly manager?: string }[];
}

/** The part of a condition that is read here. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
  readonly lastUpdateTime?: string;
}

/** A container of a Pod, or of the template of one. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
}

/** A Pod, as far as exercises are about it. */
export interface Pod {
  readonly kind: 'Pod';
  readonly metadata: Metadata;
  readonly spec: { readonly containers: readonly ContainerSpec[]; readonly nodeName?: string };
  readonly status: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly podIP?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly {
      readonly name: string;
      readonly ready: boolean;
      readonly restartCount: number;
      readonly state?: {
        readonly waiting?: { readonly reason?: string; readonly message?: string };
        readonly terminated?: { readonly exitCode: number; readonly reason?: string };
      };
      readonly lastState?: {
        readonly terminated?: { readonly exitCode: number; readonly reason?: string };
      };
    }[];
  };
}

interface Template {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly ContainerSpec[] };
}

/** A Deployment or a ReplicaSet, as far as exercises are about it. */
export interface Workload<Kind extends 'Deployment' | 'ReplicaSet'> {
  readonly kind: Kind;
  readonly metadata: Metadata;
  readonly spec: {
    readonly replicas?: number;
    readonly selector: { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly template: Template;
  };
  readonly status: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly conditions?: readonly Condition[];
  };
}

export type Deployment = Workload<'Deployment'>;
export type ReplicaSet = Workload<'ReplicaSet'>;

/** A Service, as far as exercises are about it. */
export interface Service {
  readonly kind: 'Service';
  readonly metadata: Metadata;
  readonly spec: {
    readonly type?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly port: number;
      readonly targetPort?: number | string;
      readonly nodePort?: number;
    }[];
  };
}

/** One thing that happened in a cluster, as its components tell of it; kept for an hour or so. */
export interface ClusterEvent {
  readonly kind: 'Event';
  readonly metadata: Metadata;
  readonly reason: string;
  readonly message?: string;
  readonly involvedObject: { readonly kind: string; readonly name: string; readonly uid?: string };
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
}

/** A node of a cluster. */
export interface Node {
  readonly kind: 'Node';
  readonly metadata: Metadata;
  readonly status: {
    readonly conditions?: readonly Condition[];
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
  };
}

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

/** An object that a cluster tells of while it is followed. */
export type Followed = Deployment | Pod | Service;

/** A change as the cluster tells of it; after a gap in the following, whatever is there is told of again. */
export interface Change {
  readonly phase: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Followed;
}
