import { loopback, vmName } from '../place';

/** What can run the instructions of the VM; `tcg` translates them, which is slow. */
export type Accelerator = 'kvm' | 'hvf' | 'whpx' | 'tcg';

export type Architecture = 'x86_64' | 'aarch64';

/** What QEMU is started with. */
export interface QemuSettings {
  readonly id: string;
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  readonly memory: number;
  readonly cpus: number;
  readonly disk: string;
  readonly seed: string;
  readonly console: string;
  readonly pid: string;
  readonly window: boolean;
  /** The ports of this machine that lead to the VM, with that of SSH. */
  readonly ports: readonly { readonly here: number; readonly there: number }[];
  /** The kernel of a disk without a boot loader. */
  readonly kernel?: { readonly kernel: string; readonly initrd: string } | undefined;
  /** The firmware of an ARM machine. */
  readonly firmware?: string;
}

/** The words of QEMU after its name. */
export function qemuArguments(settings: QemuSettings): string[] {
  const { id, memory, cpus, disk, seed, console, pid, window } = settings;
  return [
    ...['-name', vmName, '-uuid', id, '-pidfile', pid],
    ...machineWords(settings),
    ...['-smp', String(cpus), '-m', String(memory)],
    ...(window ? [] : ['-display', 'none']),
    ...['-serial', `file:${console}`],
    ...bootWords(settings),
    ...['-drive', `file=${value(disk)},if=virtio,format=qcow2,discard=unmap`],
    ...['-drive', `file=${value(seed)},if=virtio,format=raw,readonly=on`],
    ...['-netdev', ['user', 'id=net', ...forwards(settings)].join(',')],
    ...['-device', 'virtio-net-pci,netdev=net', '-device', 'virtio-rng-pci'],
  ];
}

const processors: Readonly<Record<Architecture, Readonly<Record<Accelerator, readonly string[]>>>> =
  {
    // WHPX chooses the processor itself. Emulated, a newer one than Nehalem may use instructions that QEMU 7 gets wrong.
    x86_64: {
      kvm: ['-cpu', 'host'],
      hvf: ['-cpu', 'host'],
      whpx: [],
      tcg: ['-cpu', 'Nehalem'],
    },
    aarch64: {
      kvm: ['-cpu', 'host'],
      hvf: ['-cpu', 'host'],
      whpx: ['-cpu', 'host'],
      tcg: ['-cpu', 'cortex-a72'],
    },
  };

function machineWords({ architecture, accelerator, firmware }: QemuSettings): string[] {
  const arm = ['-machine', 'virt', ...(firmware ? ['-bios', firmware] : [])];
  return [
    ...(architecture === 'aarch64' ? arm : []),
    ...['-accel', accelerator],
    ...processors[architecture][accelerator],
  ];
}

const kernelWords = ['root=/dev/vda', 'rw', 'quiet'];
/** On an emulated machine, a service needs minutes instead of seconds. */
const slowWords = [
  ...['mitigations=off', 'audit=0', 'systemd.service_watchdogs=no'],
  ...['systemd.default_timeout_start_sec=3600', 'systemd.default_device_timeout_sec=3600'],
];

function bootWords({ kernel, architecture, accelerator }: QemuSettings): string[] {
  if (!kernel) return [];
  const console = architecture === 'aarch64' ? 'console=ttyAMA0' : 'console=ttyS0';
  const words = [...kernelWords, console, ...(accelerator === 'tcg' ? slowWords : [])];
  return [...['-kernel', kernel.kernel, '-initrd', kernel.initrd], ...['-append', words.join(' ')]];
}

function forwards({ ports }: QemuSettings): string[] {
  return ports.map(({ here, there }) => `hostfwd=tcp:${loopback}:${here}-:${there}`);
}

/** A path as a part of an option: QEMU parts options at commas, and reads two as one. */
function value(path: string): string {
  return path.replaceAll(',', ',,');
}
