import { dirname } from 'node:path';

import { Failure } from '../../core/failure';
import { freePort, holderOf, isPortFree } from '../../core/machine/ports';
import { vmName } from '../place';
import { vmPortTaken } from '../problems/ports';

/** The port of SSH, unless something else has it. */
const usualSshPort = 2_223;

/** A port of this machine for the SSH of a new VM. */
export async function chooseSshPort(): Promise<number> {
  return (await isPortFree(usualSshPort)) ? usualSshPort : freePort();
}

/** Throws `vm-port-taken` where other programs have some of the ports; it names all of them. */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  const taken: number[] = [];
  for (const port of ports) if (!(await isPortFree(port))) taken.push(port);
  if (taken.length > 0) throw await portsTaken(taken);
}

/** The failure of ports that somebody has: another practice VM of dkkb, or programs. */
export async function portsTaken(ports: readonly number[]): Promise<Failure> {
  const holders = (await Promise.all(ports.map(holderOf))).flatMap((holder) => holder ?? []);
  const isOfVm = ({ command }: { command: string }) => folderOfVm(command) !== undefined;
  const [vm] = holders.filter(isOfVm);
  const programs = holders.filter((holder) => !isOfVm(holder)).map(({ shown }) => shown);
  const folder = vm && folderOfVm(vm.command);
  return new Failure(
    vmPortTaken({
      port: ports.join(', '),
      by: [...new Set(programs)].join(', '),
      ...(folder === undefined ? {} : { folder }),
    }),
  );
}

/** The data folder of a practice VM, by the words that dkkb started QEMU with; undefined for any other program. */
export function folderOfVm(command: string): string | undefined {
  const [program = '', words = ''] = command.split(` -name ${vmName} `);
  const [, behind = ''] = words.split(' -pidfile ');
  const end = / -(?:machine|bios|accel) /.exec(behind)?.index;
  if (!/qemu-system-\w/i.test(program) || end === undefined) return undefined;
  return dirname(dirname(behind.slice(0, end)));
}
