import type { Platform, PlatformOptions } from '../core/platform';

/** Opens the platform that a kind of lab is done on; the code of the others is not loaded. */
export async function openPlatform(
  name: 'docker' | 'kubernetes' | 'computer',
  options: PlatformOptions,
): Promise<Platform> {
  if (name === 'docker') return (await import('../docker/platform')).openDocker(options);
  if (name === 'computer') return (await import('../computer/platform')).openComputer(options);
  return (await import('../kubernetes/platform')).openKubernetes(options);
}
