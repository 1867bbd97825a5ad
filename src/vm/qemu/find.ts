import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

import which from 'which';

import type { Architecture } from './arguments';

/** The programs of QEMU on this machine. */
export interface Qemu {
  readonly system: string;
  readonly img: string;
  readonly architecture: Architecture;
  readonly firmware?: string;
}

/** The architecture of this machine as QEMU names it; undefined where no image of the practice VM runs. */
export function architectureOf(arch: string): Architecture | undefined {
  return ({ x64: 'x86_64', arm64: 'aarch64' } as const)[arch as string];
}

/** Folders beside the PATH in which installers put QEMU. */
export function qemuPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'darwin') return ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];
  if (platform !== 'win32') return [];
  return [env['ProgramFiles'], env['ProgramW6432']].flatMap((folder) =>
    folder ? [win32.join(folder, 'qemu')] : [],
  );
}

/** The names and places of UEFI for ARM, by system. */
const firmwares = [
  '/usr/share/qemu-efi-aarch64/QEMU_EFI.fd',
  '/usr/share/AAVMF/AAVMF_CODE.fd',
  '/usr/share/edk2/aarch64/QEMU_EFI.fd',
];

/** QEMU with its tool for disks; a list of the programs that are missing otherwise. */
export async function findQemu(): Promise<Qemu | readonly string[]> {
  const architecture = architectureOf(process.arch);
  if (architecture === undefined) return [`qemu-system-${process.arch}`];
  const names = [`qemu-system-${architecture}`, 'qemu-img'] as const;
  const [system, img] = await Promise.all(names.map(found));
  if (!system || !img) return names.filter((_, index) => ![system, img][index]);
  // QEMU looks for a bare name among its own files.
  const firmware = firmwares.find((path) => existsSync(path)) ?? 'edk2-aarch64-code.fd';
  return { system, img, architecture, ...(architecture === 'aarch64' ? { firmware } : {}) };
}

async function found(name: string): Promise<string | undefined> {
  const onPath = await which(name, { nothrow: true });
  if (onPath) return onPath;
  const { platform } = process;
  const { join } = platform === 'win32' ? win32 : posix;
  const file = platform === 'win32' ? `${name}.exe` : name;
  return qemuPlaces(platform, process.env)
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path));
}
