import { answerLimit } from '../../core/answers/answer';
import { run, type Finished, type RunOptions } from '../../core/machine/process';
import { answerTime } from '../../core/answers/question';
import { clusterFailure } from './refusals';
import type { ClusterTarget } from './target';

// These commands wait for the cluster as long as their own options say.
const waits: ReadonlySet<string> = new Set(['delete', 'rollout']);

/** Runs kubectl against a cluster to its end, whatever its exit code. */
export function kubectlRaw(
  { context, namespace, run: there = run }: ClusterTarget,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const place = ['--context', context, '--namespace', namespace];
  if (waits.has(args[0] ?? '')) return there('kubectl', [...place, ...args], options);
  // This limit holds for each request. The program that gives kubectl its login has none.
  const words = [...place, '--request-timeout=10s', ...args];
  return there('kubectl', words, { timeout: answerTime, limit: answerLimit.api, ...options });
}

/** Runs kubectl and returns its standard output; throws the `Failure` that its error output means. */
export async function kubectl(
  target: ClusterTarget,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await kubectlRaw(target, args, options);
  if (code === 0) return stdout;
  throw clusterFailure(stderr, target, `kubectl ${args.join(' ')}`);
}
