import { join } from 'node:path';

import { dataFolder } from '../core/machine/paths';

/** The name of the practice VM, for VirtualBox and for SSH. */
export const vmName = 'dkkb-vm';

/** The user of the practice VM, as in Ubuntu's images. */
export const vmUser = 'ubuntu';

/** The address of this machine at which the ports of the VM are: no other machine reaches them. */
export const loopback = '127.0.0.1';

/** The folder of the practice VM. */
export function vmFolder(): string {
  return join(dataFolder(), 'vm');
}

/** The folder of the images that were fetched. */
export function imageFolder(): string {
  return join(dataFolder(), 'images');
}

/** The folder of what is remembered of the labs on the VM; it goes with the VM. */
export function vmRecords(): string {
  return join(dataFolder(), 'vm-labs');
}

/** The names of the files in the VM's folder; all that dkkb makes there is in this list. */
export const vmFiles = {
  record: 'vm.json',
  identity: 'id_ed25519',
  publicKey: 'id_ed25519.pub',
  hostKey: 'host_ed25519',
  knownHosts: 'known_hosts',
  seed: 'seed.iso',
  disk: 'disk.qcow2',
  /** VirtualBox writes its own kind of disk. */
  vdi: 'disk.vdi',
  pid: 'qemu.pid',
  /** What QEMU says. */
  log: 'qemu.log',
  console: 'console.log',
  /** UEFI of an ARM machine: what the firmware remembers. */
  firmware: 'firmware.fd',
} as const;

/** The path of a file of the VM. */
export function vmFile(name: keyof typeof vmFiles): string {
  return join(vmFolder(), vmFiles[name]);
}

/** Whether a name in the VM's folder is that of its disk, with all that was done in it. */
export function isDisk(name: string): boolean {
  return name === vmFiles.disk || name === vmFiles.vdi;
}

/** Whether a name in the VM's folder is that of a file of dkkb, or of what is on its way to become one. */
export function isOwnFile(name: string): boolean {
  const own: readonly string[] = Object.values(vmFiles);
  if (own.includes(name)) return true;
  return own.some(
    (file) => name.startsWith(`${file}.`) && /^(?:part|\d+)\b/.test(name.slice(file.length + 1)),
  );
}
