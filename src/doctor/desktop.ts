import { desktopOn, type DesktopSystem } from '../computer/desktop';
import type { Problem } from '../core/problem';
import { engineNotRunning } from '../docker/problems/engine';
import { dockerDesktopMissing, terminalTooOld } from '../computer/problems/desktop';
import { examineWindows } from './windows/examine';

/** What is missing where there is no docker command or no engine answers; the last is what to do first of all where nothing stands in the way. */
export interface DesktopTrouble {
  /** What stands in the way of Docker Desktop. */
  readonly obstacles: readonly Problem[];
  readonly cause: Problem;
}

/** Why Docker Desktop gives no engine: asked of the system itself. */
export async function desktopTrouble(
  missing: 'docker' | 'engine',
  system: DesktopSystem,
): Promise<DesktopTrouble> {
  const { isInstalled } = desktopOn(system);
  if (missing === 'docker' && isInstalled) return { obstacles: [], cause: terminalTooOld({}) };
  const obstacles = system === 'windows' ? await examineWindows() : [];
  if (isInstalled) return { obstacles, cause: engineNotRunning({}) };
  return { obstacles, cause: dockerDesktopMissing({ first: obstacles.length > 0 }) };
}
