import type { Problem } from '../../core/problem';
import { applyCommand, objectName } from '../model/manifest-files';
import { manifestObject } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';
import { notApplied } from '../problems/manifest';
import { absence } from './absence';
import type { ClusterCheck, ClusterContext } from './check';
import { fieldProblems } from './field-problems';
import { objectIn } from './find-object';
import { judgeFiles } from './judge-file';

/** The namespace has the object, and it is as the exercise has it, however it came there. */
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

// Without the names and the declared ports of containers, which do not change what runs.
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

// The reader's file shows more than the cluster: the line to mend, or that it was not applied.
async function byFile(
  context: ClusterContext,
  manifest: Manifest,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  const { status, path, problems: inFile } = await judgeFiles(context, manifest);
  if (status === 'missing') return problems;
  if (status === 'wrong' || status === 'unasked') return inFile;
  const { namespace } = context.cluster.target();
  // Most of a Pod cannot be changed while it lives, nor can the selector of a Deployment.
  const isSelector = problems.some(({ values }) => values['path']?.includes('matchLabels'));
  const fixed = manifest.kind === 'Pod' ? 'pod' : isSelector ? 'selector' : undefined;
  const command = fixed ? `kubectl replace --force -f ${path}` : applyCommand(path);
  return [notApplied({ file: path, object: objectName(manifest), namespace, command, fixed })];
}
