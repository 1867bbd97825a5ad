import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem } from '../core/problem';
import { engineNotRunning } from '../docker/problems/engine';
import { dockerDesktopMissing, terminalTooOld } from './desktop-problems';
import { examineWindows } from './windows/examine';

/** The systems on which the engine is that of Docker Desktop. */
export type DesktopSystem = 'windows' | 'macos';

/** How Docker Desktop is found and started on a system. */
export interface Desktop {
  readonly isInstalled: boolean;
  readonly start: readonly [string, ...string[]];
}

/** Docker Desktop on this machine. */
export function desktopOn(system: DesktopSystem): Desktop {
  if (system === 'macos')
    return {
      isInstalled: existsSync('/Applications/Docker.app'),
      start: ['open', '-a', 'Docker'],
    };
  const { ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env;
  const program = 'Docker Desktop.exe';
  const places = [
    join(ProgramFiles, 'Docker', 'Docker', program),
    join(LOCALAPPDATA, 'Programs', 'DockerDesktop', program),
  ];
  const found = places.find((place) => existsSync(place));
  return {
    isInstalled: found !== undefined,
    start: ['cmd', '/c', 'start', '', found ?? program],
  };
}

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
