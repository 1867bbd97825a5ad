import { setTimeout as delay } from 'node:timers/promises';
import type { Deployment, Pod, Service } from './objects';
import type { ClusterTarget } from './target';

/** An object that a cluster tells of while it is followed. */
export type Followed = Deployment | Pod | Service;

/** A change as the cluster tells of it; after a gap in the following, whatever is there is told of again. */
export interface Change {
  readonly phase: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Followed;
}

const kinds = [
  { kind: 'Deployment', group: '/apis/apps/v1', plural: 'deployments' },
  { kind: 'Pod', group: '/api/v1', plural: 'pods' },
  { kind: 'Service', group: '/api/v1', plural: 'services' },
] as const;

/** How long, in milliseconds, until a cluster that broke off is asked again. */
const pause = 1_000;

/** Follows a namespace until `signal` aborts, over breaks of the connection. */
export async function followNamespace(
  { context, namespace }: ClusterTarget,
  onChange: (change: Change) => void,
  signal: AbortSignal,
): Promise<void> {
  const { KubeConfig, Watch } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromDefault();
  config.setCurrentContext(context);
  const watch = new Watch(config);
  const followOnce = (kind: Followed['kind'], path: string) =>
    new Promise<void>((resolve) => {
      const take = (phase: string, object: object) => {
        if (isPhase(phase)) onChange({ phase, object: { ...object, kind } as Followed });
      };
      watch
        .watch(path, {}, take, () => resolve())
        .then(
          (connection) =>
            signal.addEventListener('abort', () => connection.abort(), { once: true }),
          () => resolve(),
        );
    });
  await Promise.all(
    kinds.map(async ({ kind, group, plural }) => {
      while (!signal.aborted) {
        await followOnce(kind, `${group}/namespaces/${namespace}/${plural}`);
        await delay(pause, undefined, { signal }).catch(() => undefined);
      }
    }),
  );
}

function isPhase(phase: string): phase is Change['phase'] {
  return ['ADDED', 'MODIFIED', 'DELETED'].includes(phase);
}
