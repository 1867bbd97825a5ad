import type { System } from '../../core/system';

/** A folder of the reader's machine: its path, or only the WSL distribution that it is in. */
export type OwnFolder = { readonly path: string } | { readonly distribution: string };

// Docker Desktop's own machine shows the drives of Windows, the folders of a Mac and those of WSL under these.
const desktopDrive =
  /^(?:\/tmp\/docker-desktop-root)?(?:\/run\/desktop)?\/mnt\/host\/([a-z])(?:\/(.*))?$/i;
const sharedDrive = /^\/host_mnt\/([a-z])(?:\/(.*))?$/i;
const sharedFolder = /^\/host_mnt(\/.+)$/;
const bindMounts = /\/wsl\/docker-desktop-bind-mounts\/([^/]{1,100})\/[0-9a-f]{8,64}$/i;
const windowsPath = /^(?:\\\\\?\\)?([a-z]):(?:[\\/](.*))?$/i;
// `/mnt/c` of WSL, `//c` and `/c` of Git Bash.
const shortDrive = /^\/(?:mnt\/|\/)?([a-z])(?:\/(.*))?$/i;
const share = /^[\\/]{2}wsl(?:\$|\.localhost)[\\/]([^\\/]{1,100})(?:[\\/](.*))?$/i;

/** The folder that an engine names, as the reader of a system knows it; a path that no rule knows stays as it is. */
export function ownFolder(source: string, system: System): OwnFolder {
  const distribution = bindMounts.exec(source)?.[1];
  if (distribution) return { distribution };
  if (system === 'windows' || system === 'wsl') return { path: ownPath(source, system) };
  return { path: sharedFolder.exec(source)?.[1] ?? source };
}

function ownPath(source: string, system: 'windows' | 'wsl'): string {
  for (const form of [desktopDrive, sharedDrive, windowsPath, shortDrive]) {
    const [is, letter = '', rest = ''] = form.exec(source) ?? [];
    if (is !== undefined) return onDrive(letter, rest, system);
  }
  const [is, distribution = '', rest = ''] = share.exec(source) ?? [];
  return is === undefined ? source : inDistribution(distribution, rest, system);
}

function onDrive(letter: string, rest: string, system: 'windows' | 'wsl'): string {
  const parts = rest.split(/[\\/]+/).filter(Boolean);
  return system === 'windows'
    ? `${letter.toUpperCase()}:\\${parts.join('\\')}`
    : ['/mnt', letter.toLowerCase(), ...parts].join('/');
}

/** A folder of a WSL distribution; from inside WSL, the reader's own distribution is meant. */
export function inDistribution(distribution: string, path: string, system: System): string {
  const parts = path.split(/[\\/]+/).filter(Boolean);
  return system === 'windows'
    ? ['\\\\wsl.localhost', distribution, ...parts].join('\\')
    : `/${parts.join('/')}`;
}

/** Whether two paths of a system are one folder; Windows and macOS do not tell capital letters from small ones. */
export function isSameFolder(one: string, other: string, system: System): boolean {
  return comparable(one, system) === comparable(other, system);
}

function comparable(path: string, system: System): string {
  if (system === 'windows') return small(path.replaceAll('\\', '/'));
  // `/tmp` and `/var` of macOS are links into `/private`.
  if (system === 'macos') return small(path.replace(/^\/private(?=\/(?:tmp|var)\/)/, ''));
  return system === 'wsl' && /^\/mnt\/[a-z]\//i.test(path) ? small(path) : withoutEnd(path);
}

const withoutEnd = (path: string) => path.replace(/(?<=.)[\\/]$/, '');
const small = (path: string) => withoutEnd(path).normalize('NFC').toLowerCase();
