import { Failure, lastLine } from '../../core/failure';
import type { Problem } from '../../core/problem';
import { vmDiskShort, vmMemoryShort } from '../problems/needs';
import { vmNotStarted } from '../problems/start';
import {
  vmDriverMissing,
  vmHyperV,
  vmNameTaken,
  vmVirtualizationInUse,
  vmVirtualizationOff,
} from '../problems/virtualbox';
import { vmFolder, vmName } from '../place';

type Words = { readonly said: string };

/** What VBoxManage means by the names of its errors, which no language changes; the first that fits counts. */
const patterns: readonly (readonly [RegExp, (values: Words) => Problem])[] = [
  // "Not in a hypervisor partition" (VERR_NEM_NOT_AVAILABLE) says that Hyper-V is not there.
  [/VERR_NEM_(?!NOT_AVAILABLE)\w+|VERR_SUPDRV_NO_RAW_MODE_HYPER_V_ROOT|Hyper-V/, vmHyperV],
  [/VERR_SVM_IN_USE|VERR_VMX_IN_VMX_ROOT_MODE/, vmVirtualizationInUse],
  [/VERR_VMX_MSR_\w+|VERR_VMX_NO_VMX|VERR_VMX_DISABLED|VERR_SVM_\w+/, vmVirtualizationOff],
  [/VERR_VM_DRIVER_\w+|rc=-1908|vboxdrv|VERR_SUPDRV_\w+/, vmDriverMissing],
  [
    /settings file '.{0,1000}' already exists|machine named .{0,300} already exists/i,
    ({ said }) => vmNameTaken({ name: vmName, said }),
  ],
  [/VERR_NO_MEMORY|VERR_EM_NO_MEMORY|VERR_GMM_\w+/, () => vmMemoryShort({})],
  [/VERR_DISK_FULL/, () => vmDiskShort({ folder: vmFolder() })],
];

/** The failure that VBoxManage's error output means. */
export function vboxFailure(output: string): Failure {
  const said = errorLine(output);
  const found = patterns.find(([pattern]) => pattern.test(output));
  if (found) return new Failure(found[1]({ said }));
  return new Failure(vmNotStarted({ by: 'virtualbox', said, log: output }));
}

/** Of VBoxManage's lines the first tells what happened; those behind it name its own parts. */
function errorLine(output: string): string {
  const [, line] = /^VBoxManage(?:\.exe)?: error: (.{1,1000})$/m.exec(output) ?? [];
  return line?.trim() ?? (lastLine(output) || '-');
}
