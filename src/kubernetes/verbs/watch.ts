import type { KubernetesLab } from '../lab';
import { followNamespace } from '../cluster/follow';
import type { Followed } from '../cluster/objects';
import type { LabEvent } from '../../core/lab-event';
import type { Verdict } from '../../core/verdict';
import { Bell, watchUntilPassed, type Progress } from '../../core/verbs/waiting';
import { grade, gradeOnce } from './grade';
import { Account } from './changes';
import type { ClusterSession } from './session';

/** How long, in milliseconds, it waits for a change before it grades again: the cluster does not report a change of the reader's files. */
const silence = 1_000;

/** How long, in milliseconds, following a cluster may take to begin. */
const openingTime = 10_000;

/** Grades a lab whenever the cluster reports a change, until it is passed; reports what changes as it happens. */
export async function watchLab(
  lab: KubernetesLab,
  session: ClusterSession,
  onProgress: (progress: Progress) => void,
  onEvent: (event: LabEvent) => void,
): Promise<Verdict> {
  const bell = new Bell();
  const following = new AbortController();
  const account = new Account();
  const { deployments, pods, services } = await session.cluster.snapshot().objects();
  const isOwn = belongsTo(lab);
  account.begin([...deployments, ...pods, ...services].filter(isOwn));
  const ended = followNamespace(session.cluster.target(), {
    since: latest([...deployments, ...pods, ...services]),
    signal: following.signal,
    onChange(change) {
      if (!isOwn(change.object)) return;
      account.take(change).forEach(onEvent);
      bell.ring();
    },
    onOpen: () => bell.ring(),
  });
  let failure: { readonly error: unknown } | undefined;
  ended.catch((error: unknown) => {
    failure = { error };
    bell.ring();
  });
  try {
    // Every change after the reader sees the list is then reported.
    await bell.wait(openingTime);
    return await watchUntilPassed({
      bell,
      async gradeOnce() {
        const verdict = await gradeOnce(lab, session.cluster.snapshot(), session);
        if (failure) throw failure.error;
        return verdict;
      },
      grade: () => grade([lab], session),
      pauseOf: () => silence,
      onProgress,
    });
  } finally {
    following.abort();
    await ended.catch(() => undefined);
  }
}

// By name, and Pods also by the label under which the lab's own are found.
function belongsTo({ setup, solution }: KubernetesLab): (object: Followed) => boolean {
  const manifests = [...setup, ...solution];
  const names = new Set(manifests.map(({ props }) => props.name));
  const apps = new Set(manifests.map(({ props }) => props.app));
  return ({ kind, metadata: { name, labels } }) =>
    names.has(name) || (kind === 'Pod' && apps.has(labels?.['app'] ?? ''));
}

// The kinds of a cluster share one count of its changes.
function latest(objects: readonly Followed[]): string {
  const versions = objects.map(({ metadata }) => Number(metadata.resourceVersion) || 0);
  return String(Math.max(0, ...versions) || '');
}
