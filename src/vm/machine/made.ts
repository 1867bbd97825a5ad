import { existsSync } from 'node:fs';

import { vmFile } from '../place';
import type { VmRecord } from '../record';

/** Whether the VM has its disk. */
export function hasDisk({ by }: Pick<VmRecord, 'by'>): boolean {
  return existsSync(vmFile(by === 'qemu' ? 'disk' : 'vdi'));
}

/** Whether the VM was made: its record alone is that of an image which is still on its way, or never came. */
export function isMade(record: VmRecord): boolean {
  return Boolean(record.base) && hasDisk(record);
}
