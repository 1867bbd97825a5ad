import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../src/core/machine/ports';
import { userData } from '../src/vm/user-data';
import { VirtualMachine, vmPart } from '../testbed/class/vm';
import { need } from '../testbed/programs/process';
import { sideBySide } from './measure';
import { dkkb } from './places';
import { ratioRow, type Row } from './report';

/** Seconds that an emulated machine may take to answer. */
const patience = 1_800;

/** Measures a new practice VM from `dkkb vm up` until SSH answers, beside a bare QEMU with the same disk and user-data. */
export async function measureVm(rounds: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-bench-vm-'));
  const identity = join(folder, 'key');
  await need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', identity]);
  const publicKey = readFileSync(`${identity}.pub`, 'utf8').trim();
  const env = { ...process.env, DKKB_DATA: join(folder, 'data') };
  const vm = (...words: string[]) => need(process.execPath, [dkkb, 'vm', ...words], { env });
  const image = ['--image', join(vmPart, 'disk.img'), '--memory', '2048'];
  const port = ['--ssh-port', String(await freePort())];
  let bare: VirtualMachine | undefined;
  const boot = async () => {
    const text = userData({ deadlineHours: 8, authorizedKeys: [publicKey] });
    const own = { instance: 'bench', user: 'ubuntu', identity, publicKey };
    bare = await VirtualMachine.boot({ ...own, userData: Buffer.from(text) });
    await bare.until('true', patience);
  };
  try {
    const times = await sideBySide(
      {
        ours: {
          run: () => vm('up', ...image, ...port, '--no-wait', '--timeout', '30'),
          after: () => vm('down', '--yes'),
        },
        bare: { run: boot, after: async () => bare?.end() },
      },
      rounds,
    );
    const what = '`dkkb vm up` until SSH answers';
    return [ratioRow(what, times.ours, 'QEMU with the same disk', times.bare, 1.1)];
  } finally {
    await vm('down', '--yes');
    rmSync(folder, { recursive: true });
  }
}
