import { Failure } from '../../core/failure';
import { freePort, isPortFree, portHolder } from '../../core/machine/ports';
import { vmPortTaken } from '../problems/needs';

/** The port of SSH, unless something else has it. */
const usualSshPort = 2_223;

/** A port of this machine for the SSH of a new VM. */
export async function chooseSshPort(): Promise<number> {
  return (await isPortFree(usualSshPort)) ? usualSshPort : freePort();
}

/** Throws `vm-port-taken` for the first of some ports that another program has; it names all of them. */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  const taken: number[] = [];
  for (const port of ports) if (!(await isPortFree(port))) taken.push(port);
  if (taken.length === 0) return;
  const holders = await Promise.all(taken.map(portHolder));
  const by = [...new Set(holders.filter(Boolean))].join(', ');
  throw new Failure(vmPortTaken({ port: taken.join(', '), by }));
}
