import { distance } from 'fastest-levenshtein';
import type { Manifest } from '../model/manifests';
import { manifestObject } from '../model/manifest-object';
import { applyCommand, manifestPath, objectName } from '../model/manifest-files';
import type { Deployment, Pod, Service } from '../cluster/objects';
import type { ClusterCheck, ClusterContext } from './check';
import type { Problem } from '../../core/problem';
import { fieldProblems } from './field-problems';
import { judgeFiles } from './manifest';
import { nodePortTaken } from '../problems/cluster';
import { notApplied } from '../problems/manifest';
import { objectMissing, otherNamespace } from '../problems/rollout';

/** The objects of the kind of a manifest in the namespace. */
export async function objectsOfKind(
  { cluster }: Pick<ClusterContext, 'cluster'>,
  { kind }: Pick<Manifest, 'kind'>,
): Promise<readonly (Pod | Deployment | Service)[]> {
  const { pods, deployments, services } = await cluster.objects();
  return { Pod: pods, Deployment: deployments, Service: services }[kind];
}

/** The object that a manifest is about, where the namespace has it. */
export async function objectIn(
  context: Pick<ClusterContext, 'cluster'>,
  manifest: Manifest,
): Promise<Pod | Deployment | Service | undefined> {
  const objects = await objectsOfKind(context, manifest);
  return objects.find(({ metadata }) => metadata.name === manifest.props.name);
}

/** The namespace has the object, and it is as the exercise has it, by whatever way it came there. */
export function isApplied(manifest: Manifest): ClusterCheck {
  const object = objectName(manifest);
  return {
    subject: object,
    title: () => ({
      ko: `클러스터의 \`${object}\`${detail(manifest).ko}`,
      en: `\`${object}\` in the cluster${detail(manifest).en}`,
    }),
    async run(context) {
      const found = await objectIn(context, manifest);
      if (!found) return absence(context, manifest);
      const place = { name: object, lineOf: () => '' };
      const problems = fieldProblems(essential(manifest), found, place);
      return problems.length === 0 ? [] : byFile(context, manifest, problems);
    },
  };
}

function detail(manifest: Manifest) {
  if (manifest.kind !== 'Deployment') return { ko: '', en: '' };
  const { replicas, image } = manifest.props;
  return { ko: `: \`${image}\` 파드 ${replicas}개`, en: `: ${replicas} Pods of \`${image}\`` };
}

// What the names of containers and their declared ports are changes nothing of what runs.
function essential(manifest: Manifest): unknown {
  const { spec, metadata } = manifestObject(manifest);
  switch (manifest.kind) {
    case 'Pod': {
      const { app, image } = manifest.props;
      return { metadata: { labels: { app } }, spec: { containers: [{ image }] } };
    }
    case 'Deployment': {
      const { app, image, replicas } = manifest.props;
      const template = { metadata: { labels: { app } }, spec: { containers: [{ image }] } };
      return { spec: { replicas, selector: { matchLabels: { app } }, template } };
    }
    case 'Service':
      return { metadata, spec };
  }
}

// The reader's file tells more than the cluster: which line it is, or that it was not applied.
async function byFile(
  context: ClusterContext,
  manifest: Manifest,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  const { status, path, problems: inFile } = await judgeFiles(context, manifest);
  if (status === 'missing') return problems;
  if (status === 'wrong') return inFile;
  const { namespace } = context.cluster.target();
  // Most of a Pod cannot be changed while it lives, nor can the selector of a Deployment.
  const isFixed =
    manifest.kind === 'Pod' ||
    problems.some(({ values }) => values['path']?.includes('matchLabels'));
  const command = isFixed ? `kubectl replace --force -f ${path}` : applyCommand(path);
  return [notApplied({ file: path, object: objectName(manifest), namespace, command })];
}

/** Why the namespace lacks an object: it is elsewhere, has another name, was never applied, or could not be. */
export async function absence(
  context: ClusterContext,
  manifest: Manifest,
): Promise<readonly Problem[]> {
  const { cluster } = context;
  const object = objectName(manifest);
  const { namespace } = cluster.target();
  const [elsewhere] = await cluster.elsewhere(manifest.kind.toLowerCase(), manifest.props.name);
  if (elsewhere) return [otherNamespace({ object, found: elsewhere, wanted: namespace })];
  const judged = await judgeFiles(context, manifest);
  if (judged.status === 'wrong') return judged.problems;
  const similar = await similarObject(context, manifest);
  const file = manifestPath(manifest);
  if (similar) return [objectMissing({ object, namespace, file, similar })];
  if (judged.status === 'missing') return judged.problems;
  const holder = await portHolder(context, manifest);
  if (holder) return [holder];
  const command = applyCommand(judged.path);
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
): Promise<Problem | undefined> {
  if (manifest.kind !== 'Service') return undefined;
  const { nodePort } = manifest.props;
  const holder = (await cluster.allServices()).find(({ spec }) =>
    spec.ports?.some((port) => port.nodePort === nodePort),
  );
  if (!holder) return undefined;
  const { namespace, name } = holder.metadata;
  return nodePortTaken({ port: String(nodePort), by: `${namespace}/${name}` });
}
