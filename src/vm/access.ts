import { Failure } from '../core/failure';
import type { MachineAccess } from '../core/ssh/machine-access';
import type { SshOptions } from '../core/ssh/ssh-target';
import { isMade } from './machine/made';
import { runningVm } from './machine/running';
import { loopback, vmFile, vmName, vmUser } from './place';
import { vmMissing, vmStopped } from './problems/state';
import { readVm, type VmRecord } from './record';

/** How the practice VM is reached; throws `vm-missing`, `vm-stopped` or `vm-foreign`. */
export async function vmAccess(): Promise<MachineAccess> {
  const record = await readVm();
  if (record === undefined) throw new Failure(vmMissing({}));
  if ((await runningVm(record)) !== undefined) return accessOf(record);
  throw new Failure(isMade(record) ? vmStopped({}) : vmMissing({}));
}

/** How a VM is reached, whether it runs or not. */
export function accessOf({ sshPort }: Pick<VmRecord, 'sshPort'>): MachineAccess {
  return {
    target: { user: vmUser, host: loopback, port: sshPort },
    identity: vmFile('identity'),
    knownHosts: vmFile('knownHosts'),
  };
}

/** The same as options of ssh: no other key than the VM's own is accepted. */
export function sshOptionsOf({ identity, knownHosts }: MachineAccess): SshOptions {
  return { identity, knownHosts, host: { name: vmName, isNew: false } };
}
