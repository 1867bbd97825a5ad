import { Failure } from '../core/failure';
import { practiceVm } from '../core/practice-machine';
import { isMade } from './machine/made';
import { runningVm } from './machine/running';
import { vmName } from './place';
import { readVm, type Hypervisor, type VmRecord } from './record';

/** What is seen of the practice VM without asking it anything. */
export interface VmView {
  /** `foreign`: what stands in its place is not dkkb's. */
  readonly state: 'missing' | 'stopped' | 'running' | 'foreign';
  readonly by?: Hypervisor;
  readonly name: string;
  readonly sshPort?: number;
  /** The ports of this machine that lead to the VM, besides that of SSH. */
  readonly ports: readonly { readonly here: number; readonly there: number }[];
  /** What was asked for as its image. */
  readonly image?: string;
}

/** Looks at the practice VM of this machine; it needs no program to be there. */
export async function lookAtVm(): Promise<VmView> {
  try {
    const record = await readVm();
    const missing = { state: 'missing', name: vmName, ports: [] } as const;
    if (record === undefined) return missing;
    if ((await runningVm(record)) !== undefined) return viewOf(record, 'running');
    return isMade(record) ? viewOf(record, 'stopped') : missing;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { state: 'foreign', name: vmName, ports: [] };
  }
}

/** What has a port of this machine that leads to the running practice VM; empty for any other port. */
export async function vmWithPort(port: number): Promise<string> {
  const { state, sshPort, ports } = await lookAtVm();
  const isItsOwn = port === sshPort || ports.some(({ here }) => here === port);
  return state === 'running' && isItsOwn ? practiceVm.holder : '';
}

function viewOf(record: VmRecord, state: VmView['state']): VmView {
  const { by, sshPort, ports, image } = record;
  return { state, by, name: vmName, sshPort, ports, image };
}
