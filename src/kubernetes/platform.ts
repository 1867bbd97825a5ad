import type { KubernetesLab } from './lab';
import type { LabBase } from '../core/lab';
import type { Probe } from '../core/probe';
import type { ClusterCheck } from './checks/check';
import type { Platform, PlatformOptions } from '../core/platform';
import { prepare } from './verbs/prepare';
import { grade } from './verbs/grade';
import { planRemoval, remove } from './verbs/remove';
import { openClusterSession, type ClusterSession } from './verbs/session';
import { solve } from './verbs/solve';

/** The cluster of kubectl, or the named one. */
export async function openKubernetes(options: PlatformOptions): Promise<Platform> {
  const session = await openClusterSession(options);
  return {
    folder: session.folder,
    get name() {
      return nameOf(session);
    },
    prepare: (lab, reporter) => prepare(kubernetesLab(lab), session, reporter),
    solve: (lab, reporter) => solve(kubernetesLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs.map(gradedLab), session, onWaiting),
    async watch(lab, onProgress, onEvent) {
      const { watchLab } = await import('./verbs/watch');
      return watchLab(kubernetesLab(lab), session, onProgress, onEvent);
    },
    planRemoval: (labs, { within }) => planRemoval(labs.map(kubernetesLab), session, within),
    remove: (plan, objects) => remove(plan, objects, session),
    // Which address leads to a node, the checks find out and tell.
    urls: () => [],
  };
}

function nameOf({ cluster }: ClusterSession) {
  const { context, server, namespace } = cluster.target();
  return {
    ko: `\`${context}\` 컨텍스트(${server})의 \`${namespace}\` 네임스페이스를 씁니다.`,
    en: `Using the namespace \`${namespace}\` of the context \`${context}\` (${server}).`,
  };
}

function kubernetesLab(lab: LabBase): KubernetesLab {
  if (lab.platform !== 'kubernetes') throw new Error(`${lab.id} is not done on a cluster`);
  return lab as KubernetesLab;
}

function gradedLab(lab: LabBase): KubernetesLab | Probe<ClusterCheck> {
  return lab.platform === 'machine' ? (lab as Probe<ClusterCheck>) : kubernetesLab(lab);
}
