import type { Manifest } from '../labs/kube';
import { objectName } from '../labs/kube-place';
import {
  podsOf,
  replicaSetsOf,
  timeOf,
  type ClusterEvent,
  type NamespaceObjects,
  type ReplicaSet,
} from '../runtime/kubernetes/objects';
import type { Begun, Check, Problem } from './check';
import { absence, objectIn } from './cluster-object';
import { eventsForgotten, podNotDeleted, podNotReplaced, podScaledAway } from './problems/service';
import { rolledOut } from './rollout';

type DeploymentManifest = Extract<Manifest, { kind: 'Deployment' }>;

/** A Pod of the Deployment was deleted by hand and its ReplicaSet made another: by the cluster's events and the Pods' ages. */
export function podWasReplaced(manifest: DeploymentManifest): Check {
  const object = objectName(manifest);
  return {
    subject: object,
    title: () => ({
      ko: `\`${object}\`의 파드 하나를 지우자 새 파드가 생김`,
      en: `A Pod of \`${object}\` was deleted, and a new one took its place`,
    }),
    async run(context) {
      const { cluster, begun, lab, tell } = context;
      const found = await objectIn(context, manifest);
      if (found?.kind !== 'Deployment') return absence(context, manifest);
      const objects = await cluster.objects();
      const [set] = replicaSetsOf(found, objects);
      const account = set && accountOf(set, objects, begun);
      if (!account?.isKept) return [eventsForgotten({ object, lab: lab.id })];
      const [deleted] = account.deleted;
      if (!deleted) return [notDeleted(object, account)];
      if (!account.replacement) return [podNotReplaced({ object, pods: deleted })];
      const { replacement } = account;
      tell({
        ko: `지운 파드 ${deleted}, 새 파드 ${replacement}`,
        en: `Deleted: ${deleted}; new: ${replacement}`,
      });
      return rolledOut(found, objects);
    },
  };
}

function notDeleted(object: string, { scaledAway, now }: Account): Problem {
  if (scaledAway.length > 0) return podScaledAway({ object, pods: scaledAway.join(', ') });
  return podNotDeleted({ object, pods: now.join(', ') });
}

interface Account {
  /** Whether the cluster still has any event about these Pods. */
  readonly isKept: boolean;
  readonly now: readonly string[];
  /** Pods that were stopped and are gone, though their ReplicaSet did not remove them. */
  readonly deleted: readonly string[];
  readonly scaledAway: readonly string[];
  /** The first Pod that came after one of them went. */
  readonly replacement: string | undefined;
}

/** What the events say of one ReplicaSet's Pods since the exercise was begun. */
export function accountOf(
  set: ReplicaSet,
  objects: NamespaceObjects,
  begun: Begun | undefined,
): Account {
  const pods = podsOf([set], objects).filter(({ metadata }) => !metadata.deletionTimestamp);
  const now = new Set(pods.map(({ metadata }) => metadata.name));
  const before = new Set(begun?.stopped);
  const made = Date.parse(set.metadata.creationTimestamp);
  const stopped = new Map(
    stoppedPods(objects.events)
      .filter(
        ({ name, time }) => isOf(set, name) && !now.has(name) && !before.has(name) && time >= made,
      )
      .map(({ name, time }) => [name, time] as const),
  );
  const own = objects.events.filter(
    ({ involvedObject }) => involvedObject.uid === set.metadata.uid,
  );
  const byController = new Set(podsNamedBy(own, 'SuccessfulDelete'));
  const deleted = [...stopped.keys()].filter((name) => !byController.has(name));
  const gone = Math.min(...deleted.map((name) => stopped.get(name) ?? Infinity));
  const created = new Set(podsNamedBy(own, 'SuccessfulCreate'));
  const replacement = pods
    .filter(
      ({ metadata }) => created.has(metadata.name) && bornOf(metadata.creationTimestamp) >= gone,
    )
    .map(({ metadata }) => metadata.name)[0];
  return {
    isKept: own.length > 0 || stopped.size > 0,
    now: [...now],
    deleted,
    scaledAway: [...stopped.keys()].filter((name) => byController.has(name)),
    replacement,
  };
}

// The clock of the controller and that of the node's kubelet tell whole seconds.
function bornOf(timestamp: string): number {
  return Date.parse(timestamp) + 1_000;
}

function isOf({ metadata }: ReplicaSet, pod: string): boolean {
  return pod.startsWith(`${metadata.name}-`);
}

/** The Pods that a kubelet was told to stop, and when. */
export function stoppedPods(events: readonly ClusterEvent[]): { name: string; time: number }[] {
  return events
    .filter(({ reason, involvedObject }) => reason === 'Killing' && involvedObject.kind === 'Pod')
    .map((event) => ({ name: event.involvedObject.name, time: timeOf(event) }));
}

function podsNamedBy(events: readonly ClusterEvent[], wanted: string): string[] {
  return events
    .filter(({ reason }) => reason === wanted)
    .flatMap(({ message = '' }) => /(?:Created|Deleted) pod: (\S+)/.exec(message)?.[1] ?? []);
}
