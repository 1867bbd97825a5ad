import type { KubernetesLab } from './lab';
import type { LabBase } from '../core/lab';
import type { Probe } from '../core/probe';
import type { ClusterCheck } from './checks/check';
import type { Platform, PlatformOptions } from '../core/platform';
import { grade } from './verbs/grade';
import { openClusterSession, type ClusterSession } from './verbs/session';

/** The cluster of kubectl, or the named one; a verb's code is loaded when it is asked for. */
export async function openKubernetes(options: PlatformOptions): Promise<Platform> {
  return kubernetesOn(await openClusterSession(options));
}

/** The cluster of a session. */
export function kubernetesOn(session: ClusterSession): Platform {
  return {
    folder: session.folder,
    dir: session.dir,
    get name() {
      return nameOf(session);
    },
    prepare: async (lab, reporter) =>
      (await import('./verbs/prepare')).prepare(kubernetesLab(lab), session, reporter),
    solve: async (lab, reporter) =>
      (await import('./verbs/solve')).solve(kubernetesLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs.map(gradedLab), session, onWaiting),
    async watch(lab, onProgress, onEvent) {
      const { watchLab } = await import('./verbs/watch');
      return watchLab(kubernetesLab(lab), session, onProgress, onEvent);
    },
    async planRemoval(labs, { within }) {
      const { planRemoval } = await import('./verbs/remove');
      return planRemoval(labs.map(kubernetesLab), session, within);
    },
    remove: async (plan, objects) =>
      (await import('./verbs/remove')).remove(plan, objects, session),
    // The checks find the address that leads to a node, and report it.
    urls: () => [],
    close: () => Promise.resolve(),
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
