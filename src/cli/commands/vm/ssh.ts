import { runInTerminal } from '../../../core/machine/process';
import { sshPath } from '../../../core/ssh/ssh-target';
import type { MachineAccess } from '../../../core/ssh/machine-access';
import { vmAccess } from '../../../vm/access';
import { vmName } from '../../../vm/place';

/** `dkkb vm ssh`: logs in, or runs a command there as ssh does; the exit code is the command's, 255 where the connection fails. */
export async function vmSsh(words: readonly string[]): Promise<number> {
  return runInTerminal('ssh', loginWords(await vmAccess(), words));
}

/** The words of an ssh that logs in at a terminal; no other key than the VM's is accepted. */
export function loginWords(
  { target, identity, knownHosts }: MachineAccess,
  words: readonly string[],
): string[] {
  return [
    ...['-o', `IdentityFile=${sshPath(identity)}`, '-o', 'IdentitiesOnly=yes'],
    ...['-o', `UserKnownHostsFile=${sshPath(knownHosts)}`, '-o', `HostKeyAlias=${vmName}`],
    ...['-o', 'StrictHostKeyChecking=yes', '-o', 'UpdateHostKeys=no', '-o', 'LogLevel=ERROR'],
    ...['-o', 'ForwardAgent=no', '-o', 'ForwardX11=no', '-o', 'ServerAliveInterval=20'],
    ...(target.port ? ['-p', String(target.port)] : []),
    ...['-l', target.user ?? '', '--', target.host],
    ...words,
  ];
}
