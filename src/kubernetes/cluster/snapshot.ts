import { readAnswer } from '../../core/answers/answer';
import { Failure } from '../../core/failure';
import { once, onceEach } from '../../core/once';
import { objectList } from './forms';
import type { HttpAnswer } from '../../core/answers/http';
import { dryRunner, type AcceptedFiles, type DryRun } from './dry-run';
import { clusterFailure } from './refusals';
import { kubectl, kubectlRaw } from './kubectl';
import {
  byKind,
  type ClusterObject,
  type NamespaceObjects,
  type Node,
  type Service,
} from './objects';
import type { ClusterTarget } from './target';

/** A cluster as it is now: each question is asked at most once, when it is first needed. */
export interface ClusterSnapshot {
  /** Throws where no cluster was found. */
  target(): ClusterTarget;
  /** What the namespace holds. */
  objects(): Promise<NamespaceObjects>;
  /** The nodes; undefined where the user may not see them. */
  nodes(): Promise<readonly Node[] | undefined>;
  /** The other namespaces that have an object of that kind and name; none where the user may not see them. */
  elsewhere(kind: string, name: string): Promise<readonly string[]>;
  /** The Services of all namespaces; none where the user may not see them. */
  allServices(): Promise<readonly Service[]>;
  /** What the server says of a file of that content without carrying it out. */
  readonly dryRun: DryRun;
  /** What a Service answers through the API server. */
  askService(name: string, port: number): Promise<HttpAnswer>;
}

const namespaceKinds = 'deployments.apps,replicasets.apps,pods,services,events';

/** A cluster as it is now, asked through kubectl, which knows the user's way to it. */
export function takeSnapshot(target: ClusterTarget, accepted: AcceptedFiles): ClusterSnapshot {
  const list = async <T>(...args: string[]) => {
    const listed = await kubectl(target, ['get', ...args, '-o', 'json']);
    // The form checks only some fields. The API's own types describe the others.
    return readAnswer(objectList, listed, `kubectl get ${args[0] ?? ''}`).items as T[];
  };
  const seen = <T>(...args: string[]) => list<T>(...args).catch(undefinedIfForbidden);
  const ask = (kinds: string) => list<ClusterObject | Node>(kinds, '--show-managed-fields');
  // The nodes come with the same question, as far as the user may see them.
  const all = once(async () => {
    const objects = await ask(`${namespaceKinds},nodes`).catch(undefinedIfForbidden);
    return { objects: objects ?? (await ask(namespaceKinds)), maySeeNodes: objects !== undefined };
  });
  return {
    target: () => target,
    objects: once(async () => {
      const { objects } = await all();
      const own = objects.filter((object) => object.kind !== 'Node');
      if (own.length === 0) await requireNamespace(target);
      return byKind(own);
    }),
    nodes: once(async () => {
      const { objects, maySeeNodes } = await all();
      return maySeeNodes ? objects.filter((object) => object.kind === 'Node') : undefined;
    }),
    elsewhere: onceEach(async (kind: string, name: string) => {
      const filter = `metadata.name=${name}`;
      const all = await seen<ClusterObject>(kind, '--all-namespaces', '--field-selector', filter);
      const spaces = (all ?? []).map(({ metadata }) => metadata.namespace);
      return spaces.filter((namespace) => namespace !== target.namespace);
    }),
    allServices: once(async () => (await seen<Service>('services', '--all-namespaces')) ?? []),
    dryRun: dryRunner(target, accepted),
    askService: (name, port) => askThroughServer(target, name, port),
  };
}

// A namespace that is not there looks like an empty one.
async function requireNamespace(target: ClusterTarget): Promise<void> {
  await kubectl(target, ['get', 'namespace', target.namespace]).catch(undefinedIfForbidden);
}

/** A cluster that was not found: every question throws the reason. */
export function absentCluster(failure: Failure): ClusterSnapshot {
  const refuse = async () => {
    throw failure;
  };
  return {
    target() {
      throw failure;
    },
    objects: refuse,
    nodes: refuse,
    elsewhere: refuse,
    allServices: refuse,
    dryRun: refuse,
    askService: refuse,
  };
}

async function askThroughServer(
  target: ClusterTarget,
  name: string,
  port: number,
): Promise<HttpAnswer> {
  const path = `/api/v1/namespaces/${target.namespace}/services/http:${name}:${port}/proxy/`;
  const { code, stdout, stderr } = await kubectlRaw(target, ['get', '--raw', path]);
  if (code === 0) return { status: 200, body: stdout };
  return { error: clusterFailure(stderr, target, 'kubectl get --raw').values['said'] ?? '' };
}

function undefinedIfForbidden(error: unknown): undefined {
  if (error instanceof Failure && error.code === 'cluster-forbidden') return undefined;
  throw error;
}
