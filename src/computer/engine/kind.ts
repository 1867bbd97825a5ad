import type { UnixFacts } from '../facts';
import { knownPaths } from '../system/unix-script';

/** The ways in which a Docker Engine comes to a computer. */
export const engineNames = {
  desktop: 'Docker Desktop',
  colima: 'Colima',
  orbstack: 'OrbStack',
  rancher: 'Rancher Desktop',
  rootless: 'Docker Engine (rootless)',
  snap: 'Docker Engine (snap)',
  podman: 'Podman',
  engine: 'Docker Engine',
} as const;

/** One of these ways. */
export type EngineKind = keyof typeof engineNames;

/** What an engine tells of itself, and how the client reaches it. */
export interface EngineSigns {
  /** `Docker Desktop 4.43.2 (199162)`, `Docker Engine - Community`. */
  readonly platform: string;
  readonly components: readonly string[];
  readonly context: string;
  readonly endpoint?: string | undefined;
}

/** Which engine answered; `unix` is what its machine has, where that is known. */
export function kindOf(signs: EngineSigns, unix: UnixFacts | undefined): EngineKind {
  const { platform, components, context, endpoint = '' } = signs;
  const where = `${endpoint} ${endpoint || context !== 'default' ? '' : (unix?.socketLink ?? '')}`;
  if (components.some((name) => /^podman/i.test(name))) return 'podman';
  if (/^Docker Desktop\b/.test(platform)) return 'desktop';
  if (/^colima\b/.test(context) || where.includes('/.colima/')) return 'colima';
  if (context === 'orbstack' || where.includes('/.orbstack/')) return 'orbstack';
  if (context === 'rancher-desktop' || where.includes('/.rd/')) return 'rancher';
  if (components.includes('rootlesskit')) return 'rootless';
  return unix && isFromSnap(unix) ? 'snap' : 'engine';
}

/** Whether the engine of the snap store is the one that there is. */
export function isFromSnap({ programs, paths }: UnixFacts): boolean {
  return (
    paths.has(knownPaths.snap) && !programs.has('dockerd') && !paths.has(knownPaths.daemonHere)
  );
}

/** The engines that are installed, whether they run or not. */
export function installedIn(unix: UnixFacts): EngineKind[] {
  const { programs, paths } = unix;
  const has: readonly (readonly [EngineKind, boolean])[] = [
    ['desktop', paths.has(knownPaths.desktopApp) || paths.has(knownPaths.desktopLinux)],
    ['colima', programs.has('colima')],
    ['orbstack', programs.has('orb') || paths.has(knownPaths.orbstackApp)],
    ['rancher', programs.has('rdctl') || paths.has(knownPaths.rancherApp)],
    ['rootless', paths.has(knownPaths.rootless)],
    ['snap', paths.has(knownPaths.snap)],
    ['podman', programs.has('podman')],
    ['engine', programs.has('dockerd') || paths.has(knownPaths.daemonHere)],
  ];
  return has.flatMap(([kind, isThere]) => (isThere ? [kind] : []));
}
