import type { Platform, PlatformOptions } from '../core/platform';

/** Opens the platform that a kind of lab is done on; the code of the other is not loaded. */
export async function openPlatform(
  name: 'docker' | 'kubernetes',
  options: PlatformOptions,
): Promise<Platform> {
  if (name === 'docker') return (await import('../docker/platform')).openDocker(options);
  return (await import('../kubernetes/platform')).openKubernetes(options);
}
