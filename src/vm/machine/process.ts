import { readdir, readFile, stat } from 'node:fs/promises';

import { vmFile, vmName } from '../place';

interface Running {
  readonly pid: number;
  /** Its program and its words in one line. */
  readonly command: string;
  /** The number of the user who started it, where the system tells. */
  readonly user?: number | undefined;
}

/** The process of the VM of that number; undefined where none runs. A process of another program that has got the same pid since is none. */
export async function qemuProcess(id: string): Promise<number | undefined> {
  const told = await readFile(vmFile('pid'), 'utf8').catch(() => '');
  const pid = Number(/^\s*(\d{1,10})\s*$/.exec(told.slice(0, 40))?.[1]);
  if (pid > 1 && isQemuOf(id, await commandOf(pid))) return pid;
  // A command that was killed right after it started the VM has left no pid.
  return (await qemus()).find(({ command }) => isQemuOf(id, command))?.pid;
}

function isQemuOf(id: string, command: string): boolean {
  return command.includes(id) && qemu.test(command);
}

/** The processes of this user that were started for the folder of the VM, whatever is remembered of them. */
export async function strayQemus(): Promise<readonly number[]> {
  const user = process.getuid?.();
  const strays = (await qemus()).filter(({ command }) => isStrayOf(vmFile('pid'), command));
  return strays.filter((one) => one.user === undefined || one.user === user).map(({ pid }) => pid);
}

/** Whether a command line is that of a VM of dkkb with that file for its pid: the program itself, and none that only names it. */
export function isStrayOf(pidFile: string, command: string): boolean {
  const line = `${command.replaceAll('"', '').trim()} `;
  const [program = ''] = line.split(' -', 1);
  return (
    /(?:^|[\\/])qemu-system-\w+(?:\.exe)?$/i.test(program.trim()) &&
    line.includes(` -name ${vmName}`) &&
    line.includes(` -pidfile ${pidFile} `)
  );
}

const qemu = /qemu-system-\w+/i;

/** Every running QEMU. */
async function qemus(): Promise<readonly Running[]> {
  if (process.platform !== 'linux') {
    const { default: findProcess } = await import('find-process');
    const found = await findProcess('name', 'qemu-system').catch(() => []);
    return found.map(({ pid, cmd, uid }) => ({ pid, command: cmd, user: uid }));
  }
  const names = (await readdir('/proc')).filter((one) => /^\d+$/.test(one));
  const found = await Promise.all(names.map((name) => seenInProc(Number(name))));
  return found.filter(({ command }) => qemu.test(command));
}

async function seenInProc(pid: number): Promise<Running> {
  const command = await commandOf(pid);
  if (!qemu.test(command)) return { pid, command };
  const { uid } = await stat(`/proc/${pid}`).catch(() => ({ uid: undefined }));
  return { pid, command, user: uid };
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
