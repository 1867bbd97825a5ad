import type { SshTarget } from './ssh-target';

/** How a machine of this project is reached: its address, the file of the private key, the file with its host keys. */
export interface MachineAccess {
  readonly target: SshTarget;
  readonly identity: string;
  readonly knownHosts: string;
}
