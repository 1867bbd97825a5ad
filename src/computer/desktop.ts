import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
