import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

import which from 'which';

/** Where a system's installer puts VBoxManage: on Windows and macOS it need not be on the PATH. */
export function vboxPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'darwin')
    return [posix.join('/Applications/VirtualBox.app/Contents/MacOS', 'VBoxManage')];
  if (platform !== 'win32') return [];
  const folders = [
    env['VBOX_MSI_INSTALL_PATH'],
    env['VBOX_INSTALL_PATH'],
    ...[env['ProgramFiles'], env['ProgramW6432']].map(
      (folder) => folder && win32.join(folder, 'Oracle', 'VirtualBox'),
    ),
  ];
  const names = folders.flatMap((folder) => (folder ? [win32.join(folder, 'VBoxManage.exe')] : []));
  return [...new Set(names)];
}

/** The path of VBoxManage on this machine; undefined where VirtualBox is not installed. */
export async function findVBoxManage(): Promise<string | undefined> {
  const onPath = await which('VBoxManage', { nothrow: true });
  return onPath ?? vboxPlaces(process.platform, process.env).find((path) => existsSync(path));
}
