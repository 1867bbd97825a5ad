import { distance } from 'fastest-levenshtein';
import type { Problem } from '../../core/problem';
import { applyCommand, manifestPath, objectName } from '../model/manifest-files';
import type { Manifest } from '../model/manifests';
import { nodePortTaken } from '../problems/cluster';
import { notApplied } from '../problems/manifest';
import { objectMissing, otherNamespace } from '../problems/rollout';
import type { ClusterContext } from './check';
import { objectsOfKind } from './find-object';
import { judgeFiles } from './judge-file';

/** Why the namespace lacks an object: it is elsewhere, has another name, was never applied, or could not be. */
export async function absence(
  context: ClusterContext,
  manifest: Manifest,
): Promise<readonly Problem[]> {
  const { cluster } = context;
  const object = objectName(manifest);
  const { namespace } = cluster.target();
  const [elsewhere] = await cluster.elsewhere(manifest.kind.toLowerCase(), manifest.props.name);
  const judged = await judgeFiles(context, manifest);
  const apply = judged.status === 'right' ? { apply: applyCommand(judged.path) } : {};
  if (elsewhere) return [otherNamespace({ object, found: elsewhere, wanted: namespace, ...apply })];
  if (judged.status === 'wrong' || judged.status === 'unasked') return judged.problems;
  const similar = await similarObject(context, manifest);
  const file = manifestPath(manifest);
  if (similar) return [objectMissing({ object, namespace, file, similar })];
  if (judged.status === 'missing') return judged.problems;
  const command = applyCommand(judged.path);
  const holder = await portHolder(context, manifest, command);
  if (holder) return [holder];
  return [notApplied({ file: judged.path, object, namespace, command })];
}

async function similarObject(
  context: ClusterContext,
  manifest: Manifest,
): Promise<string | undefined> {
  const { name } = manifest.props;
  const objects = await objectsOfKind(context, manifest);
  const close = objects.find(({ metadata }) => distance(metadata.name, name) <= 2);
  return close && `${manifest.kind.toLowerCase()}/${close.metadata.name}`;
}

async function portHolder(
  { cluster }: ClusterContext,
  manifest: Manifest,
  apply: string,
): Promise<Problem | undefined> {
  if (manifest.kind !== 'Service') return undefined;
  const { nodePort } = manifest.props;
  const holder = (await cluster.allServices()).find(({ spec }) =>
    spec.ports?.some((port) => port.nodePort === nodePort),
  );
  if (!holder) return undefined;
  const { namespace, name } = holder.metadata;
  return nodePortTaken({ port: String(nodePort), by: `${namespace}/${name}`, apply });
}
