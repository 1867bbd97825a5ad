import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';

import { Failure, lastLine } from '../../core/failure';
import { endOf, readLimit } from '../../core/answers/bounds';
import { trace } from '../../core/debug';
import { vmFile, vmFolder } from '../place';
import { vmMemoryShort } from '../problems/needs';
import { vmNotStarted } from '../problems/start';
import type { VmRecord } from '../record';
import { portsTaken } from '../machine/ports';
import { qemuProcess } from '../machine/process';
import type { Choice } from './accelerator';
import { qemuArguments } from './arguments';
import type { Qemu } from './find';

/** Starts the VM, which goes on without this process and its terminal. */
export async function startQemu(qemu: Qemu, { accelerator }: Choice, record: VmRecord) {
  const { id, memory, cpus, window, kernel, sshPort } = record;
  const words = qemuArguments({
    ...{ id, memory, cpus, window, accelerator, architecture: qemu.architecture },
    ...{ disk: vmFile('disk'), seed: vmFile('seed'), console: vmFile('console') },
    pid: vmFile('pid'),
    ports: [{ here: sshPort, there: 22 }, ...record.ports],
    kernel: kernel ?? undefined,
    ...(qemu.firmware ? { firmware: qemu.firmware } : {}),
  });
  // That of an earlier start may name any process by now.
  await rm(vmFile('pid'), { force: true });
  const log = await open(vmFile('log'), 'w', 0o600);
  const stdio = ['ignore', log.fd, log.fd] as const;
  const start = async () =>
    spawn(qemu.system, words, {
      ...{ detached: true, windowsHide: true, cwd: vmFolder() },
      stdio: [...stdio],
    });
  const child = await trace('program', [qemu.system, ...words], start);
  child.on('error', () => undefined);
  child.unref();
  await log.close();
}

/** Why the VM is off; undefined while it runs. */
export async function endOfQemu(record: VmRecord): Promise<Failure | undefined> {
  if ((await qemuProcess(record.id)) !== undefined) return undefined;
  const log = await readFile(vmFile('log'), 'utf8').catch(() => '');
  return qemuFailure(endOf(log, readLimit.error), record);
}

/** The failure that QEMU's last words mean. */
export async function qemuFailure(said: string, { memory }: Pick<VmRecord, 'memory'>) {
  const port = /host forwarding rule '?tcp:[\d.]*:(\d{1,5})-/.exec(said)?.[1];
  if (port !== undefined) return portsTaken([Number(port)]);
  if (/cannot (?:set up guest|allocate) memory/i.test(said))
    return new Failure(vmMemoryShort({ memory: String(memory), has: '-' }));
  return new Failure(vmNotStarted({ by: 'qemu', said: lastLine(said) || '-', log: said }));
}
