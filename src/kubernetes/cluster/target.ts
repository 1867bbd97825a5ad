import { answerLimit, readAnswer } from '../../core/answers/answer';
import { Failure } from '../../core/failure';
import { kubeConfig } from './forms';
import { run, type Run } from '../../core/machine/process';
import { answerTime } from '../../core/answers/question';
import { isLocal } from './local';
import { noCluster, contextUnknown, contextNotChosen, contextNotLocal } from '../problems/cluster';

/** The cluster, and the namespace in it, that this tool works with. */
export interface ClusterTarget {
  readonly context: string;
  readonly server: string;
  readonly namespace: string;
  /** How kubectl is run where it is another machine's. */
  readonly run?: Run;
}

/** Which cluster and namespace the user names; what is left out is as kubectl has it. */
export interface TargetOptions {
  readonly context?: string;
  readonly namespace?: string;
  /** Runs programs on the machine whose kubectl is meant, where that is another one. */
  readonly run?: Run;
}

/** Finds the cluster that kubectl would use, or the named one; throws where there is none, and for one on another machine that was not named. */
export async function findTarget(options: TargetOptions): Promise<ClusterTarget> {
  const { context, namespace, run: there } = options;
  const words = ['config', 'view', '-o', 'json'];
  const limits = { timeout: answerTime, limit: answerLimit.output };
  const { code, stdout, stderr } = await (there ?? run)('kubectl', words, limits);
  if (code !== 0) throw new Failure(noCluster({ said: stderr.trim() }));
  const config = readAnswer(kubeConfig, stdout, 'kubectl config view');
  const contexts = config.contexts ?? [];
  const names = contexts.map(({ name }) => name).join(', ');
  const name = context ?? config['current-context'];
  if (contexts.length === 0)
    throw new Failure(
      (context ? contextUnknown : noCluster)({
        context: context ?? '',
        contexts: names,
      }),
    );
  if (!name) throw new Failure(contextNotChosen({ contexts: names }));
  const chosen = contexts.find((one) => one.name === name);
  const cluster = config.clusters?.find((one) => one.name === chosen?.context?.cluster);
  const server = cluster?.cluster?.server;
  if (!chosen || !server) throw new Failure(contextUnknown({ context: name, contexts: names }));
  // The user named a machine that is reached by SSH.
  if (context === undefined && !there && !isLocal(name, server, cluster))
    throw new Failure(contextNotLocal({ context: name, server }));
  return {
    context: name,
    server,
    namespace: namespace ?? chosen.context?.namespace ?? 'default',
    ...(there ? { run: there } : {}),
  };
}
