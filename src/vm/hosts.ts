import { setTimeout as delay } from 'node:timers/promises';

import { Failure } from '../core/failure';
import { run } from '../core/machine/process';
import type { Image } from './image/inspect';
import { requireBase } from './machine/base';
import { makeDisk } from './machine/disk';
import { qemuProcess, strayQemus } from './machine/process';
import type { Means } from './plan';
import { vmStays } from './problems/state';
import { endOfQemu, startQemu } from './qemu/start';
import type { VmRecord } from './record';
import {
  endOfVBox,
  makeVdi,
  pressButton,
  removeVBox,
  requireVBox,
  startVBox,
  type AskVBox,
} from './virtualbox/drive';

/** What can run the VM, whichever program it is. */
export interface Host {
  /** Throws where the program cannot run this VM, or has another one in its place. */
  require(): Promise<void>;
  makeDisk(image: Image): Promise<void>;
  start(): Promise<void>;
  /** Why the VM is off; undefined while it runs. */
  ended(): Promise<Failure | undefined>;
}

/** The program that runs a VM. */
export function hostOf(means: Means, record: VmRecord): Host {
  if (means.by === 'virtualbox') return vboxHost(asking(means.program), record);
  const { qemu, choice } = means;
  return {
    require: () => requireBase(record),
    makeDisk: (image) => makeDisk(qemu.img, image, record.disk),
    start: () => startQemu(qemu, choice, record),
    ended: () => endOfQemu(record),
  };
}

function vboxHost(ask: AskVBox, record: VmRecord): Host {
  return {
    require: () => requireVBox(ask, record),
    makeDisk: (image) => makeVdi(ask, image, record),
    start: () => startVBox(ask, record, process.arch === 'arm64'),
    ended: () => endOfVBox(ask, record),
  };
}

/** How long VBoxManage may take, in milliseconds: a disk is copied in that time. */
const patience = 30 * 60_000;

function asking(program: string): AskVBox {
  return (args) => run(program, args, { timeout: patience, limit: 1_048_576 });
}

/** How long QEMU may take to end, in milliseconds, and the pause between two looks. */
const ending = { gentle: 10_000, hard: 10_000, pause: 100 };

/** Ends the VM; throws `vm-stays` where it does not end. */
export async function endVm(record: VmRecord): Promise<void> {
  if (record.by === 'virtualbox') return endVBox(record);
  await endQemu(() => qemuProcess(record.id));
}

/** Ends VMs of which nothing is remembered; throws `vm-stays` where one does not end. */
export async function endStrays(pids: readonly number[]): Promise<void> {
  for (const pid of pids)
    await endQemu(async () => (await strayQemus()).find((one) => one === pid));
}

async function endQemu(find: () => Promise<number | undefined>): Promise<void> {
  for (const [signal, time] of [
    ['SIGTERM', ending.gentle],
    ['SIGKILL', ending.hard],
  ] as const) {
    const pid = await find();
    if (pid === undefined) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'ESRCH') throw new Failure(vmStays({ by: 'qemu', said: code }));
    }
    for (const end = Date.now() + time; Date.now() < end; await delay(ending.pause))
      if ((await find()) === undefined) return;
  }
  throw new Failure(vmStays({ by: 'qemu', said: 'SIGKILL' }));
}

/** Presses the power button of a VM of VirtualBox. */
export async function pressPower(record: VmRecord): Promise<void> {
  await pressButton(asking(await foundVBox()), record);
}

async function endVBox(record: VmRecord): Promise<void> {
  await removeVBox(asking(await foundVBox()), record);
}

async function foundVBox(): Promise<string> {
  const { findVBoxManage } = await import('./virtualbox/find');
  const program = await findVBoxManage();
  if (program !== undefined) return program;
  throw new Failure(vmStays({ by: 'virtualbox', said: 'VBoxManage: not found' }));
}
