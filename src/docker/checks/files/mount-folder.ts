import type { System } from '../../../core/system';
import type { Text } from '../../../core/text';
import type { Mount } from '../../engine/facts';
import { inDistribution, isSameFolder, ownFolder, type OwnFolder } from '../../model/host-path';

/** The folder of a mount as the reader of a system knows it. */
export function folderOf({ source, typed }: Mount, system: System): OwnFolder {
  // An engine that reports the reader's own path needs no label.
  const told = ownFolder(source, system);
  if (!typed || 'path' in told) return told;
  const { path, distribution } = typed;
  return distribution
    ? { path: inDistribution(distribution, path, system) }
    : ownFolder(path, system);
}

/** A mount's source as it is shown: the path of the reader's folder, the name of a volume, or the distribution that the folder is in. */
export function shownSource(mount: Mount, system: System): string | Text {
  if (mount.type !== 'bind') return mount.source;
  const folder = folderOf(mount, system);
  if ('path' in folder) return folder.path;
  const { distribution } = folder;
  return {
    ko: `${distribution} 배포판의 폴더`,
    en: `a folder of the distribution ${distribution}`,
  };
}

/** What is mounted where, in one line; empty where nothing is. */
export function shownMounts(mounts: readonly Mount[], system: System): string | Text {
  const told = mounts.map((mount) => ({
    source: shownSource(mount, system),
    target: mount.target,
  }));
  const line = (language: keyof Text) =>
    told
      .map(
        ({ source, target }) =>
          `${typeof source === 'string' ? source : source[language]} → ${target}`,
      )
      .join(', ');
  return line('ko') === line('en') ? line('ko') : { ko: line('ko'), en: line('en') };
}

/** Whether a mount is of that folder of the reader's. */
export function isOfFolder(mount: Mount, path: string, system: System): boolean {
  const folder = folderOf(mount, system);
  return 'path' in folder && isSameFolder(folder.path, path, system);
}

/** Whether Git Bash has rewritten where a folder is mounted: `/usr/…` became a path of its own on Windows. */
export function isRewritten({ source, target }: Mount, wanted: string): boolean {
  const plain = target
    .replaceAll('\\', '/')
    .replace(/;[a-z]$/i, '')
    .replace(/\/$/, '');
  if (plain === wanted || !plain.endsWith(wanted)) return false;
  const isWindows = target.includes('\\') || /^[a-z]:/i.test(plain);
  return isWindows || /;[a-z]$/i.test(source) || /\/(?:\w*git|msys\d*)\b/i.test(plain);
}
