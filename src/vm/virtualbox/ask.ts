import { Failure } from '../../core/failure';
import { run, type Finished } from '../../core/machine/process';
import { isOn, readFields, readList, type ListedVm } from './answers';
import { findVBoxManage } from './find';

/** How long VBoxManage may take to answer a question, in milliseconds, and how much it may say, in bytes. */
const bounds = { timeout: 30_000, limit: 256 * 1_024 } as const;

/** Asks VBoxManage; undefined where VirtualBox is not installed. */
export async function askVBox(args: readonly string[]): Promise<Finished | undefined> {
  const program = await findVBoxManage();
  // Its messages are translated; the names of its errors are not.
  return program === undefined
    ? undefined
    : run(program, args, { ...bounds, env: { LC_ALL: 'C' } });
}

/** The VMs that VirtualBox knows; none where it is not installed. */
export async function listedVms(): Promise<readonly ListedVm[]> {
  const told = await askVBox(['list', 'vms']);
  return told?.code === 0 ? readList(told.stdout) : [];
}

/** Whether VirtualBox runs the VM of that number. */
export async function isRunning(id: string): Promise<boolean> {
  try {
    const told = await askVBox(['showvminfo', id, '--machinereadable']);
    return told?.code === 0 && isOn(readFields(told.stdout).get('VMState') ?? '');
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
