import type { ClusterEvent, NamespaceObjects, Pod, ReplicaSet } from '../cluster/objects';
import { endOf, readLimit } from '../../core/answers/bounds';
import { failureBy } from '../../core/failure';
import { pullPatterns } from '../../core/problems/pull';
import { quotaPattern } from '../cluster/refusals';
import type { Problem } from '../../core/problem';
import { quotaExceeded } from '../problems/cluster';
import {
  nodesClosed,
  podCrashing,
  podNotCreated,
  podUnschedulable,
  pullFailed,
  pullImageUnknown,
  pullLimit,
  pullUnreachable,
} from '../problems/rollout';

/** Why one of several Pods is not ready, when waiting does not help; the others usually have the same problem. */
export function firstTrouble(pods: readonly Pod[], objects: NamespaceObjects): Problem | undefined {
  for (const pod of pods) {
    const trouble = podTrouble(pod, objects);
    if (trouble) return trouble;
  }
  return undefined;
}

/** Why a Pod is not ready, when waiting does not help. */
export function podTrouble(pod: Pod, { events }: NamespaceObjects): Problem | undefined {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp) return undefined;
  const scheduled = (status.conditions ?? []).find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    const said = errorOf(scheduled.message);
    const resource = /insufficient (\w+)/i.exec(said)?.[1] ?? '';
    const isClosed = !resource && /\btaints?\b|were unschedulable/i.test(said);
    if (isClosed) return nodesClosed({ pod: metadata.name, said });
    return podUnschedulable({ pod: metadata.name, resource, said });
  }
  for (const container of status.containerStatuses ?? []) {
    const { waiting } = container.state ?? {};
    const { reason = '' } = waiting ?? {};
    const message = errorOf(waiting?.message);
    if (/ImagePull|InvalidImageName/.test(reason))
      return pullTrouble(pod, container.name, message, events);
    if (reason === 'CrashLoopBackOff') {
      const exitCode = String(container.lastState?.terminated?.exitCode ?? '?');
      return podCrashing({ pod: metadata.name, exitCode });
    }
    // A busy machine did not make the container in time. The node tries again.
    if (/deadline exceeded/i.test(message)) continue;
    if (/Create\w{0,40}Error|RunContainerError|StartError/.test(reason))
      return podNotCreated({ object: `pod/${metadata.name}`, reason, said: message });
  }
  return undefined;
}

function errorOf(message = ''): string {
  return endOf(message, readLimit.error);
}

function pullTrouble(
  { metadata, spec }: Pod,
  container: string,
  message: string,
  events: readonly ClusterEvent[],
): Problem {
  const image = spec.containers.find(({ name }) => name === container)?.image ?? '';
  const failures = events.filter(
    ({ reason, involvedObject }) => reason === 'Failed' && involvedObject.uid === metadata.uid,
  );
  // The message of the back-off does not always repeat the reason.
  const told = failures.map((event) => errorOf(event.message)).filter((text) => /pull/i.test(text));
  const said = [...told, message].sort((one, other) => other.length - one.length)[0] ?? '';
  const values = { pod: metadata.name, image, said };
  switch (failureBy(Object.values(pullPatterns), said, {})?.code) {
    case 'registry-limit':
      return pullLimit(values);
    case 'registry-unreachable':
      return pullUnreachable(values);
    case 'image-missing':
      return pullImageUnknown(values);
    default:
      return /not found|denied|InvalidImageName/i.test(said)
        ? pullImageUnknown(values)
        : pullFailed(values);
  }
}

/** Why a ReplicaSet makes no more Pods, by the last message of its controller. */
export function creationTrouble(
  set: ReplicaSet,
  { events }: NamespaceObjects,
): Problem | undefined {
  const failed = (set.status.conditions ?? []).find(
    ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
  );
  if (!failed) return undefined;
  const event = events.find(
    ({ reason, involvedObject }) =>
      reason === 'FailedCreate' && involvedObject.uid === set.metadata.uid,
  );
  const said = errorOf(failed.message ?? event?.message);
  const quota = quotaPattern.exec(said)?.groups;
  if (quota) return quotaExceeded({ ...quota });
  const reason = failed.reason ?? 'FailedCreate';
  return podNotCreated({ object: `replicaset/${set.metadata.name}`, reason, said });
}
