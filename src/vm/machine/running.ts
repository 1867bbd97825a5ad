import type { VmRecord } from '../record';
import { qemuProcess } from './process';

/** What runs the VM: the pid of QEMU, or VirtualBox; undefined where it is off. */
export async function runningVm({
  by,
  id,
}: Pick<VmRecord, 'by' | 'id'>): Promise<number | 'virtualbox' | undefined> {
  if (by === 'qemu') return qemuProcess(id);
  const { isRunning } = await import('../virtualbox/ask');
  return (await isRunning(id)) ? 'virtualbox' : undefined;
}
