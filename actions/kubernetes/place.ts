import type { KubernetesLab, Lab } from '../../labs/lab';
import type { Place, PlaceOptions } from '../place';
import { begin } from './begin';
import { grade } from './grade';
import { planRemoval, remove } from './remove';
import { openClusterSession, type ClusterSession } from './session';
import { solve } from './solve';

/** The cluster of kubectl, or the named one. */
export async function openCluster(options: PlaceOptions): Promise<Place> {
  const session = await openClusterSession(options);
  return {
    folder: session.folder,
    get name() {
      return nameOf(session);
    },
    begin: (lab, reporter) => begin(kubernetesLab(lab), session, reporter),
    solve: (lab, reporter) => solve(kubernetesLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs, session, onWaiting),
    async watch(lab, onProgress, onHappening) {
      const { watchLab } = await import('./watch');
      return watchLab(kubernetesLab(lab), session, onProgress, onHappening);
    },
    planRemoval: (labs, { within }) => planRemoval(labs.map(kubernetesLab), session, within),
    remove: (plan, objects) => remove(plan, objects, session),
    // Which address leads to a node, the checks find out and tell.
    urls: () => [],
  };
}

function nameOf({ target }: ClusterSession) {
  const { context, server, namespace } = target();
  return {
    ko: `\`${context}\` 컨텍스트(${server})의 \`${namespace}\` 네임스페이스를 씁니다.`,
    en: `Using the namespace \`${namespace}\` of the context \`${context}\` (${server}).`,
  };
}

function kubernetesLab(lab: Lab): KubernetesLab {
  if (lab.platform !== 'kubernetes') throw new Error(`${lab.id} is not done on a cluster`);
  return lab;
}
