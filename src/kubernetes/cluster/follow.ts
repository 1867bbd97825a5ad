import { setTimeout as delay } from 'node:timers/promises';
import type { Change, Followed } from './objects';
import { InOrder } from './in-order';
import type { ClusterTarget } from './target';
import { watcherOf, type Watcher } from './watcher';

const kinds = [
  { kind: 'Deployment', group: '/apis/apps/v1', plural: 'deployments' },
  { kind: 'Pod', group: '/api/v1', plural: 'pods' },
  { kind: 'Service', group: '/api/v1', plural: 'services' },
] as const;

/** How long, in milliseconds, it waits before it connects to a cluster again. */
const pause = 1_000;

/** How a namespace is followed: from which of the cluster's changes on, and what is called. */
export interface Following {
  /** The latest change that is known; from there on nothing is missed. */
  readonly since: string;
  readonly signal: AbortSignal;
  readonly onChange: (change: Change) => void;
  /** Called once, when all changes from now on will be reported. */
  readonly onOpen: () => void;
}

/** Follows a namespace until `signal` aborts, and connects again when a connection breaks; reports changes in the order in which the cluster made them. Throws when the machine of the cluster is no longer reached. */
export async function followNamespace(
  target: ClusterTarget,
  { since, signal, onChange, onOpen }: Following,
): Promise<void> {
  const watch = await watcherOf(target);
  const inOrder = new InOrder(kinds.length, onChange, onOpen);
  const streams = kinds.map(({ kind, group, plural }) => {
    const path = `${group}/namespaces/${target.namespace}/${plural}`;
    return new Stream(watch, kind, path, since, inOrder);
  });
  await Promise.all(streams.map((stream) => stream.follow(signal)));
  inOrder.tell();
}

/** Follows one kind. */
class Stream {
  constructor(
    private readonly watch: Watcher,
    private readonly kind: Followed['kind'],
    private readonly path: string,
    private since: string,
    private readonly inOrder: InOrder,
  ) {}

  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.watch({
        path: this.path,
        since: this.since,
        signal,
        // A kind that the user may not follow must not hold up the others.
        onOpen: () => this.inOrder.open(this.kind),
        onChange: (phase, object) => this.take(phase, object),
      });
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private take(phase: string, object: Followed): void {
    if (isPhase(phase)) {
      this.since = object.metadata.resourceVersion ?? '';
      this.inOrder.take({ phase, object: { ...object, kind: this.kind } as Followed });
      return;
    }
    // The cluster has forgotten that change, or has not quite started yet. It is asked again.
    this.since = '';
    this.inOrder.close(this.kind);
  }
}

function isPhase(phase: string): phase is Change['phase'] {
  return ['ADDED', 'MODIFIED', 'DELETED'].includes(phase);
}
