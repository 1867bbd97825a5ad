import { readdir, readFile } from 'node:fs/promises';

import { vmFile } from '../place';

/** The process of the VM of that number; undefined where none runs. A process of another program that has got the same pid since is none. */
export async function qemuProcess(id: string): Promise<number | undefined> {
  const told = await readFile(vmFile('pid'), 'utf8').catch(() => '');
  const pid = Number(/^\s*(\d{1,10})\s*$/.exec(told.slice(0, 40))?.[1]);
  if (pid > 1 && isQemuOf(id, await commandOf(pid))) return pid;
  return searched(id);
}

function isQemuOf(id: string, command: string): boolean {
  return command.includes(id) && /qemu-system-\w+/i.test(command);
}

/** A command that was killed right after it started the VM has left no pid. */
async function searched(id: string): Promise<number | undefined> {
  if (process.platform === 'linux') {
    for (const name of await readdir('/proc'))
      if (/^\d+$/.test(name) && isQemuOf(id, await commandOf(Number(name)))) return Number(name);
    return undefined;
  }
  const { default: findProcess } = await import('find-process');
  const found = await findProcess('name', 'qemu-system').catch(() => []);
  return found.find(({ cmd }) => isQemuOf(id, cmd))?.pid;
}

/** The words of a running process; empty for one that has ended. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return words.replaceAll('\0', ' ');
  }
  const { default: findProcess } = await import('find-process');
  const [found] = await findProcess('pid', pid).catch(() => []);
  return found?.cmd ?? '';
}
