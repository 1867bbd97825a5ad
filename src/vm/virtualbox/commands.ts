import type { ImageFormat } from '../image/format';
import { loopback, vmName } from '../place';
import type { VmRecord } from '../record';

/** The words of one VBoxManage. */
export type Words = readonly string[];

/** The names of the files that a VM of VirtualBox uses. */
export interface VBoxFiles {
  readonly folder: string;
  readonly disk: string;
  readonly seed: string;
  readonly console: string;
}

const controller = 'SATA';

/** Makes and registers a VM under its own number, in the VM's folder. */
export function createWords(
  { id }: Pick<VmRecord, 'id'>,
  { folder }: VBoxFiles,
  arm: boolean,
): Words {
  const type = arm
    ? ['--platform-architecture', 'arm', '--ostype', 'Ubuntu_arm64']
    : ['--ostype', 'Ubuntu_64'];
  const named = ['--name', vmName, '--uuid', id, ...type, '--basefolder', folder];
  return ['createvm', ...named, '--register'];
}

/** Makes the VM's disk from an image, which stays as it is; afterwards VirtualBox forgets the image. */
export function diskWords(
  image: { readonly path: string; readonly format: ImageFormat },
  disk: string,
  gibibytes: number,
): readonly Words[] {
  const resize = ['modifymedium', 'disk', disk, '--resize', String(gibibytes * 1_024)];
  const forget = ['closemedium', 'disk', disk];
  if (image.format === 'raw')
    return [['convertfromraw', image.path, disk, '--format', 'VDI'], resize, forget];
  const clone = ['clonemedium', 'disk', image.path, disk, '--format', 'VDI'];
  return [clone, ['closemedium', 'disk', image.path], resize, forget];
}

/** Sets the VM up, except for its ports. */
export function modifyWords(record: VmRecord, { console }: VBoxFiles): Words {
  const { id, memory, cpus } = record;
  return [
    ...['modifyvm', id, '--memory', String(memory), '--cpus', String(cpus)],
    ...['--nic1', 'nat', '--nictype1', 'virtio', '--rtcuseutc', 'on'],
    ...['--graphicscontroller', 'vmsvga', '--vram', '16', '--audio-enabled', 'off'],
    ...['--boot1', 'disk', '--boot2', 'none', '--boot3', 'none', '--boot4', 'none'],
    // Ubuntu's images wait for minutes where there is no serial port.
    ...['--uart1', '0x3F8', '4', '--uartmode1', 'file', console],
  ];
}

/** Removes the ports that a VM had, by the names of their rules. */
export function closePortWords({ id }: Pick<VmRecord, 'id'>, rules: readonly string[]): Words[] {
  return rules.map((rule) => ['modifyvm', id, '--natpf1', 'delete', rule]);
}

/** Lets ports of this machine's loopback address lead to the VM. */
export function openPortWords({ id, sshPort, ports }: VmRecord): Words {
  const rules = [{ name: 'ssh', here: sshPort, there: 22 }].concat(
    ports.map(({ here, there }) => ({ name: `port${here}`, here, there })),
  );
  return [
    ...['modifyvm', id],
    ...rules.flatMap(({ name, here, there }) => [
      '--natpf1',
      `${name},tcp,${loopback},${here},,${there}`,
    ]),
  ];
}

/** Gives the VM a controller for its disk. */
export function controllerWords({ id }: Pick<VmRecord, 'id'>): Words {
  const kind = ['--add', 'sata', '--controller', 'IntelAhci', '--portcount', '2'];
  return ['storagectl', id, '--name', controller, ...kind, '--bootable', 'on'];
}

/** Attaches the disk and the seed. */
export function attachWords({ id }: Pick<VmRecord, 'id'>, { disk, seed }: VBoxFiles): Words[] {
  const at = (port: string, type: string, medium: string) => [
    ...['storageattach', id, '--storagectl', controller, '--port', port, '--device', '0'],
    ...['--type', type, '--medium', medium],
  ];
  return [at('0', 'hdd', disk), at('1', 'dvddrive', seed)];
}

/** Starts the VM, with or without a window. */
export function startWords({ id, window }: Pick<VmRecord, 'id' | 'window'>): Words {
  return ['startvm', id, '--type', window ? 'gui' : 'headless'];
}

/** Presses the power button, or pulls the plug. */
export function stopWords(
  { id }: Pick<VmRecord, 'id'>,
  how: 'acpipowerbutton' | 'poweroff',
): Words {
  return ['controlvm', id, how];
}

/** Removes the VM with its disk. */
export function removeWords({ id }: Pick<VmRecord, 'id'>): Words {
  return ['unregistervm', id, '--delete'];
}

/** Asks for everything that is known of the VM. */
export function infoWords({ id }: Pick<VmRecord, 'id'>): Words {
  return ['showvminfo', id, '--machinereadable'];
}

/** The names of the rules by which ports lead to a VM, from its fields. */
export function rulesOf(fields: ReadonlyMap<string, string>): string[] {
  return [...fields].flatMap(([name, value]) =>
    /^Forwarding\(\d{1,3}\)$/.test(name) ? [value.split(',')[0] ?? ''] : [],
  );
}

/** Whether a VM has the controller of its disk, from its fields. */
export function hasController(fields: ReadonlyMap<string, string>): boolean {
  return [...fields].some(
    ([name, value]) => /^storagecontrollername\d{1,2}$/.test(name) && value === controller,
  );
}
