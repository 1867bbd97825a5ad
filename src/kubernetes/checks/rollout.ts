import type { Manifest } from '../model/manifests';
import { objectName } from '../model/manifest-files';
import {
  isReady,
  podsOf,
  replicaSetsOf,
  type Deployment,
  type NamespaceObjects,
  type Pod,
} from '../cluster/objects';
import type { ClusterCheck } from './check';
import type { Problem } from '../../core/problem';
import { objectIn } from './find-object';
import { creationTrouble, firstTrouble } from './pod-trouble';
import { podsLeaving, podsNotReady } from '../problems/rollout';

type OfKind<K extends Manifest['kind']> = Extract<Manifest, { kind: K }>;

/** The Pod is ready. */
export function podIsReady(manifest: OfKind<'Pod'>): ClusterCheck {
  const object = objectName(manifest);
  return {
    subject: object,
    title: () => ({ ko: `\`${object}\` 파드 준비됨`, en: `\`${object}\` is ready` }),
    async run(context) {
      const found = await objectIn(context, manifest);
      if (found?.kind !== 'Pod') return [];
      return readiness(object, [found], 1, await context.cluster.objects());
    },
  };
}

/** All replicas of the Deployment are ready, and no Pod of an earlier state is left. */
export function replicasAreReady(manifest: OfKind<'Deployment'>): ClusterCheck {
  const object = objectName(manifest);
  return {
    subject: object,
    title: () => ({
      ko: `\`${object}\`의 파드 모두 준비됨`,
      en: `All Pods of \`${object}\` are ready`,
    }),
    async run(context) {
      const found = await objectIn(context, manifest);
      return found?.kind === 'Deployment' ? rolledOut(found, await context.cluster.objects()) : [];
    },
  };
}

/** Why a Deployment is not wholly rolled out; nothing where it is. */
export function rolledOut(deployment: Deployment, objects: NamespaceObjects): Problem[] {
  const { metadata, spec, status } = deployment;
  const object = `deployment/${metadata.name}`;
  const wanted = spec.replicas ?? 1;
  const [current, ...earlier] = replicaSetsOf(deployment, objects);
  const isSeen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  if (!current || !isSeen) return [notReady(object, [], wanted)];
  const pods = podsOf([current], objects);
  const trouble = creationTrouble(current, objects);
  if (trouble && pods.filter(isReady).length < wanted) return [trouble];
  const problems = readiness(object, pods, wanted, objects);
  if (problems.length > 0) return problems;
  const left = podsOf(earlier, objects).map((pod) => pod.metadata.name);
  return left.length > 0 ? [podsLeaving({ pods: left.join(', ') })] : [];
}

function readiness(
  object: string,
  pods: readonly Pod[],
  wanted: number,
  objects: NamespaceObjects,
): Problem[] {
  if (pods.filter(isReady).length >= wanted) return [];
  return [firstTrouble(pods, objects) ?? notReady(object, pods, wanted)];
}

function notReady(object: string, pods: readonly Pod[], wanted: number): Problem {
  const coming = pods.filter((pod) => !isReady(pod) && !pod.metadata.deletionTimestamp);
  const open = coming.map(({ metadata }) => metadata.name);
  return podsNotReady({
    object,
    ready: String(pods.filter(isReady).length),
    wanted: String(wanted),
    pods: open.join(', '),
  });
}
