import { randomUUID } from 'node:crypto';
import { cpus as processors } from 'node:os';

import { Failure } from '../core/failure';
import { imageOf } from './image/wanted';
import { isMade } from './machine/made';
import { chooseSshPort } from './machine/ports';
import { usualMemory } from './machine/space';
import { vmNoHypervisor, vmProgramMissing } from './problems/needs';
import { chooseAccelerator, type Choice } from './qemu/accelerator';
import { findQemu, type Qemu } from './qemu/find';
import type { Hypervisor, VmRecord } from './record';
import { findVBoxManage } from './virtualbox/find';

/** What the reader wants of the VM. */
export interface Wishes {
  /** A file, an address, or `debian`; the newest Ubuntu 24.04 otherwise. */
  readonly image?: string;
  readonly sum?: string;
  readonly memory?: number;
  readonly disk?: number;
  readonly cpus?: number;
  readonly sshPort?: number;
  readonly by?: Hypervisor;
  readonly window?: boolean;
  /** The ports of the book that lead to the VM. */
  readonly ports: readonly number[];
  readonly language: 'ko' | 'en';
  /** When its image has to be there, as Date.now() tells it. */
  readonly end?: number;
}

/** What runs the VM here. */
export type Means =
  | { readonly by: 'qemu'; readonly qemu: Qemu; readonly choice: Choice }
  | { readonly by: 'virtualbox'; readonly program: string };

const usualDisk = 20;

/** Finds what runs the VM: what was asked for; else QEMU, unless it would be slow and VirtualBox is there. Throws `vm-no-hypervisor` or `vm-program-missing`. */
export async function findMeans(asked: Hypervisor | undefined): Promise<Means> {
  const qemu = asked === 'virtualbox' ? [] : await findQemu();
  const program = asked === 'qemu' ? undefined : await findVBoxManage();
  if ('system' in qemu) {
    const choice = await chooseAccelerator(qemu);
    if (!choice.slow || program === undefined) return { by: 'qemu', qemu, choice };
  }
  if (program !== undefined) return { by: 'virtualbox', program };
  const missing = asked === 'virtualbox' ? ['VBoxManage'] : (qemu as readonly string[]);
  // QEMU without its tool for disks is most of what is needed.
  if (asked !== undefined || missing.length === 1)
    throw new Failure(vmProgramMissing({ program: missing.join(', ') }));
  throw new Failure(vmNoHypervisor({ missing: [...missing, 'VBoxManage'].join(', ') }));
}

/** What is to be remembered of the VM: as asked for, else as it was, else as is usual. */
export async function planOf(
  wishes: Wishes,
  before: VmRecord | undefined,
  means: Means,
): Promise<VmRecord> {
  const { memory, cpus, window, ports } = wishes;
  // A disk that is made keeps its image.
  const made = before && isMade(before) ? before : undefined;
  const image = made ? undefined : wishes.image;
  return {
    ...{ id: before?.id ?? randomUUID(), by: means.by },
    madeAt: before?.madeAt ?? new Date().toISOString(),
    image: imageOf(wishes.image, before),
    sum: image === undefined ? (before?.sum ?? wishes.sum) : wishes.sum,
    base: made?.base,
    kernel: made?.kernel,
    memory: memory ?? before?.memory ?? usualMemory(),
    disk: (made ? undefined : wishes.disk) ?? before?.disk ?? usualDisk,
    cpus: cpus ?? before?.cpus ?? usualCpus(means),
    sshPort: wishes.sshPort ?? before?.sshPort ?? (await chooseSshPort()),
    ports: ports.map((port) => ({ here: port, there: port })),
    window: window ?? before?.window ?? false,
  };
}

/** QEMU 7 may crash an emulated machine of two processors: it runs an instruction that the other one has just replaced. */
function usualCpus(means: Means): number {
  if (means.by === 'qemu' && means.choice.slow) return 1;
  return Math.max(1, Math.min(4, Math.floor(processors().length / 2)));
}
