import { setTimeout as delay } from 'node:timers/promises';

import { Failure } from '../core/failure';
import { pressPower } from './hosts';
import { runningVm } from './machine/running';
import { vmStillOn } from './problems/state';
import { readVm, type VmRecord } from './record';
import { inVm } from './wait';

/** Milliseconds between two looks at the VM, and how long one that cannot be asked may still take. */
const pause = 500;
const unasked = 10_000;

/** Switches the VM off as its own `poweroff` does, and waits until it is off; whether it was on. Throws `vm-still-on`. */
export async function stopVm(minutes: number): Promise<boolean> {
  const record = await readVm();
  if (record === undefined || (await runningVm(record)) === undefined) return false;
  const refused = await askedToEnd(record);
  const end = Date.now() + (refused ? unasked : minutes * 60_000);
  for (; Date.now() < end; await delay(pause))
    if ((await runningVm(record)) === undefined) return true;
  const pid = await runningVm(record);
  if (pid === undefined) return true;
  const said = refused?.values['said'] ?? refused?.code ?? '';
  throw new Failure(
    vmStillOn({ minutes: String(minutes), said, pid: pid === 'virtualbox' ? '' : String(pid) }),
  );
}

/** Why the VM could not be asked; undefined where it was. VirtualBox has a power button for one that does not answer. */
async function askedToEnd(record: VmRecord): Promise<Failure | undefined> {
  try {
    await inVm(record, ['sudo', 'systemctl', '--no-block', 'poweroff']);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (record.by === 'qemu') return error;
    await pressPower(record);
    return undefined;
  }
}
