import { kubectl, kubectlRaw } from './kubectl';
import type { ClusterTarget } from './target';

/** The name under which the cluster remembers what this tool wrote. */
export const fieldManager = 'dkkb';

/** Applies objects as `kubectl apply` does; what belongs to the reader stays theirs. */
export async function applyObjects(
  target: ClusterTarget,
  objects: readonly unknown[],
  owner: 'ours' | 'reader',
): Promise<void> {
  if (objects.length === 0) return;
  const manager = owner === 'ours' ? ['--field-manager', fieldManager] : [];
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  await kubectl(target, ['apply', ...manager, '-f', '-'], { input });
}

/** Deletes objects such as `pod/apa000pod`, with what they own, and waits until they are gone; one that is gone already is no error. */
export async function deleteObjects(
  target: ClusterTarget,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  const options = ['--ignore-not-found', '--cascade=foreground', '--timeout=180s'];
  await kubectl(target, ['delete', ...names, ...options]);
}

/** Waits, at most that many milliseconds, until a Deployment is rolled out; false when it is not, or when kubectl fails. */
export async function awaitRollout(
  target: ClusterTarget,
  name: string,
  patience: number,
): Promise<boolean> {
  const seconds = Math.max(1, Math.ceil(patience / 1000));
  const args = ['rollout', 'status', name, `--timeout=${seconds}s`];
  return (await kubectlRaw(target, args)).code === 0;
}
