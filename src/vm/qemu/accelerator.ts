import { access, constants, readFile } from 'node:fs/promises';

import { Failure, lastLine } from '../../core/failure';
import { run } from '../../core/machine/process';
import type { Accelerator } from './arguments';
import type { Qemu } from './find';
import { cpuReason, reasonOf, type SlowReason } from './reasons';

/** How long an empty machine may take to start, in milliseconds. */
const patience = 15_000;

/** What the VM can run on. */
export interface Choice {
  readonly accelerator: Accelerator;
  readonly slow?: { readonly reason: SlowReason; readonly said: string };
}

const own: Readonly<Partial<Record<NodeJS.Platform, Accelerator>>> = {
  linux: 'kvm',
  darwin: 'hvf',
  win32: 'whpx',
};

/** Chooses what the VM runs on. A machine really starts with it: there may be a /dev/kvm that cannot do anything. */
export async function chooseAccelerator(qemu: Qemu): Promise<Choice> {
  const accelerator = own[process.platform];
  if (accelerator === undefined) return slow('missing', process.platform);
  const obstacle = accelerator === 'kvm' ? await kvmObstacle() : undefined;
  if (obstacle) return obstacle;
  const said = await tried(qemu, accelerator);
  return said === undefined ? { accelerator } : slow(reasonOf(said), said);
}

function slow(reason: SlowReason, said: string): Choice {
  return { accelerator: 'tcg', slow: { reason, said } };
}

async function kvmObstacle(): Promise<Choice | undefined> {
  const refused = await access('/dev/kvm', constants.R_OK | constants.W_OK).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
  if (refused === undefined) return undefined;
  if (refused.code !== 'ENOENT') return slow('denied', refused.message);
  const flags = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  return slow(cpuReason(flags), refused.message);
}

/** Starts an empty machine and ends it at once; what QEMU said where that failed. */
async function tried(qemu: Qemu, accelerator: Accelerator): Promise<string | undefined> {
  const machine = qemu.architecture === 'aarch64' ? ['-machine', 'virt'] : [];
  const words = [
    ...machine,
    ...['-accel', accelerator, ...(accelerator === 'whpx' ? [] : ['-cpu', 'host'])],
    ...['-m', '64', '-nodefaults', '-no-user-config', '-display', 'none'],
    ...['-serial', 'none', '-monitor', 'stdio'],
  ];
  try {
    const options = { input: 'quit\n', timeout: patience, limit: 64 * 1_024 };
    const { code, stderr } = await run(qemu.system, words, options);
    return code === 0 ? undefined : lastLine(stderr) || `exit ${code}`;
  } catch (error) {
    // The name of the signal that ended it tells a reader nothing.
    if (error instanceof Failure) return error.code === 'command-failed' ? '' : error.code;
    throw error;
  }
}
