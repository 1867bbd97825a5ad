import type { Manifest } from '../model/manifests';
import { objectName } from '../model/manifest-files';
import {
  podsOf,
  replicaSetsOf,
  timeOf,
  type ClusterEvent,
  type NamespaceObjects,
  type Pod,
  type ReplicaSet,
} from '../cluster/objects';
import type { Begun } from '../../core/machine/records';
import type { ClusterCheck } from './check';
import type { Problem } from '../../core/problem';
import { absence } from './absence';
import { objectIn } from './find-object';
import { eventsForgotten, podNotDeleted, podNotReplaced, podScaledAway } from '../problems/service';
import { rolledOut } from './rollout';

type DeploymentManifest = Extract<Manifest, { kind: 'Deployment' }>;

/** A Pod of the Deployment was deleted by hand and its ReplicaSet made another: as the cluster's events and the ages of the Pods show. */
export function podWasReplaced(manifest: DeploymentManifest, lab: string): ClusterCheck {
  const object = objectName(manifest);
  return {
    subject: object,
    title: () => ({
      ko: `\`${object}\`의 파드 하나를 지우자 새 파드가 생김`,
      en: `A Pod of \`${object}\` was deleted, and a new one took its place`,
    }),
    async run(context) {
      const { cluster, begun, tell } = context;
      const found = await objectIn(context, manifest);
      if (found?.kind !== 'Deployment') return absence(context, manifest);
      const objects = await cluster.objects();
      const [set] = replicaSetsOf(found, objects);
      const account = set && accountOf(set, objects, begun);
      if (!account?.isKept) return [eventsForgotten({ object, lab })];
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
  /** Pods that are gone or stopping and that their ReplicaSet did not remove. */
  readonly deleted: readonly string[];
  readonly scaledAway: readonly string[];
  /** The newest Pod, if it is newer than one of the deleted ones. */
  readonly replacement: string | undefined;
}

/** What the events and the Pods themselves say of one ReplicaSet's Pods since the exercise was begun. */
function accountOf(set: ReplicaSet, objects: NamespaceObjects, begun: Begun | undefined): Account {
  const own = objects.events.filter(
    ({ involvedObject }) => involvedObject.uid === set.metadata.uid,
  );
  const created = podsNamedBy(own, 'SuccessfulCreate');
  const byController = podsNamedBy(own, 'SuccessfulDelete');
  const pods = podsOf([set], objects).filter(({ metadata }) => !metadata.deletionTimestamp);
  const now = new Set(pods.map(({ metadata }) => metadata.name));
  const gone = [...goneFrom(set, objects, created)].filter(
    (name) => !now.has(name) && !begun?.stopped?.includes(name),
  );
  const deleted = gone.filter((name) => !byController.has(name));
  // The controller makes the new Pod at once, often before the node says that it stops the old one.
  const first = Math.min(...deleted.map((name) => created.get(name) ?? -Infinity));
  // The event about a Pod may come later than the Pod itself.
  const born = ({ metadata: { name, creationTimestamp } }: Pod) =>
    created.get(name) ?? Date.parse(creationTimestamp);
  const newest = [...pods].sort((one, other) => born(other) - born(one))[0];
  const isNewer = deleted.length > 0 && newest !== undefined && born(newest) > first;
  return {
    isKept: own.length > 0 || gone.length > 0,
    now: [...now],
    deleted,
    scaledAway: gone.filter((name) => byController.has(name)),
    replacement: isNewer ? newest.metadata.name : undefined,
  };
}

/** Pods of a ReplicaSet that are stopped, on their way out or not there any more. */
function goneFrom(
  set: ReplicaSet,
  objects: NamespaceObjects,
  created: ReadonlyMap<string, number>,
): Set<string> {
  const made = Date.parse(set.metadata.creationTimestamp);
  const stopped = stoppedPods(objects.events).filter(
    ({ name, time }) => isOf(set, name) && time >= made,
  );
  return new Set([...stopped.map(({ name }) => name), ...created.keys()]);
}

function isOf({ metadata }: ReplicaSet, pod: string): boolean {
  return pod.startsWith(`${metadata.name}-`);
}

/** The Pods that a kubelet stopped, and when. */
export function stoppedPods(events: readonly ClusterEvent[]): { name: string; time: number }[] {
  return events
    .filter(({ reason, involvedObject }) => reason === 'Killing' && involvedObject.kind === 'Pod')
    .map((event) => ({ name: event.involvedObject.name ?? '', time: timeOf(event) }));
}

/** The Pods that a controller's events of one kind name, with the time of the event. */
function podsNamedBy(events: readonly ClusterEvent[], wanted: string): Map<string, number> {
  return new Map(
    events
      .filter(({ reason }) => reason === wanted)
      .flatMap((event) => {
        const name = /(?:Created|Deleted) pod: (\S+)/.exec(event.message ?? '')?.[1];
        return name ? [[name, timeOf(event)] as const] : [];
      }),
  );
}
