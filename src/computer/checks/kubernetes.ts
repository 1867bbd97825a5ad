import type { MachineCheck, MachineContext } from '../../core/check';
import { Failure } from '../../core/failure';
import { withRemedy, type Problem } from '../../core/problem';
import { currentMachine } from '../../core/system';
import { minikubeStateIn, minikubeVersionIn, skewOf, versionsIn } from '../cluster/answers';
import { lookOf } from '../look';
import { orNothing } from '../or-nothing';

// A check that passes loads no problems.
const problems = () => import('../problems/kubernetes');

/** How long kubectl and Minikube may take, in milliseconds, and how much they may say. */
const limits = { timeout: 30_000, limit: 256 * 1_024 } as const;

/** kubectl is installed; tells its version and the cluster's. */
export function kubectlIsThere(): MachineCheck {
  return {
    subject: 'kubectl',
    title: () => ({ ko: 'kubectl이 설치되어 있음', en: 'kubectl is installed' }),
    async run({ run, tell }) {
      const words = ['version', '--output', 'json', '--request-timeout=10s'];
      const { stdout } = await run('kubectl', words, limits);
      const { client, server } = versionsIn(stdout);
      if (client) tell({ ko: `kubectl ${client}`, en: `kubectl ${client}` });
      if (server) tell({ ko: `클러스터 ${server}`, en: `The cluster ${server}` });
      const skew = skewOf({ client, server });
      if (!client || !server || skew === undefined || skew <= 1) return [];
      return [(await problems()).kubectlSkew({ client, server })];
    },
  };
}

/** `kubectl get nodes` shows a node that is Ready. */
export function showsReadyNode(subject = 'cluster'): MachineCheck {
  return {
    subject,
    title: () => ({
      ko: '`kubectl get nodes` 명령: Ready 상태인 노드',
      en: '`kubectl get nodes` shows a node that is Ready',
    }),
    async run(context) {
      const [{ openCluster }, { clusterHasReadyNode }] = await Promise.all([
        import('../../kubernetes/cluster/cluster'),
        import('../../kubernetes/checks/cluster'),
      ]);
      // Only a cluster of this computer is asked without its name.
      const there = context.machine === currentMachine() ? {} : { run: context.run };
      const cluster = (await openCluster(there)).snapshot();
      return clusterHasReadyNode().run({ ...context, cluster, begun: undefined });
    },
  };
}

/** Minikube is installed; tells its version. */
export function minikubeIsThere(): MachineCheck {
  return {
    subject: 'minikube',
    title: () => ({ ko: 'Minikube가 설치되어 있음', en: 'Minikube is installed' }),
    async run(context) {
      const version = await minikubeVersion(context);
      if (version === undefined) return [await missing(context)];
      context.tell({ ko: `Minikube ${version}`, en: `Minikube ${version}` });
      return [];
    },
  };
}

/** The project's folder, from which Minikube is installed here, is not on another machine. */
async function missing({ machine }: MachineContext): Promise<Problem> {
  const { minikubeMissing, minikubeFromGuide } = await problems();
  const problem = minikubeMissing({});
  return machine === currentMachine() ? problem : withRemedy(problem, minikubeFromGuide);
}

async function minikubeVersion({ run }: MachineContext): Promise<string | undefined> {
  try {
    const { stdout } = await run('minikube', ['version', '--output', 'json'], limits);
    return minikubeVersionIn(stdout) ?? '';
  } catch (error) {
    if (error instanceof Failure && error.code === 'program-missing') return undefined;
    throw error;
  }
}

/** GiB that a cluster of Minikube takes; of 2 GiB a system tells somewhat less. */
const clusterMemory = { needed: 2, told: 1.8 } as const;

/** Minikube's cluster runs. */
export function minikubeRuns(): MachineCheck {
  return {
    subject: 'minikube',
    title: () => ({ ko: 'Minikube의 클러스터가 실행 중', en: 'The cluster of Minikube runs' }),
    async run(context) {
      const { code, stdout } = await context.run(
        'minikube',
        ['status', '--output', 'json'],
        limits,
      );
      const state = minikubeStateIn(stdout, code);
      if (state === 'Running') return [];
      const facts = await lookOf(context).computer().catch(orNothing);
      const memory = facts?.memory;
      const { minikubeStopped, clusterMemoryLow } = await problems();
      return [
        minikubeStopped({ state: state ?? `exit ${code}` }),
        ...(memory !== undefined && memory < clusterMemory.told
          ? [clusterMemoryLow({ memory: memory.toFixed(1), needed: String(clusterMemory.needed) })]
          : []),
      ];
    },
  };
}
