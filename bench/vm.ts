import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePort } from '../src/core/machine/ports';
import { testImage } from '../testbed/class/local-vm';
import { need, run } from '../testbed/programs/process';
import { sideBySide } from './measure';
import { dkkb } from './places';
import { ratioRow, type Row } from './report';

/** How long an emulated machine may take to answer, and the pause between two logins, in milliseconds. */
const patience = 30 * 60_000;
const pause = 300;

/** Measures a new practice VM from `dkkb vm up` until SSH answers, beside a bare QEMU with the same words, disk and seed. */
export async function measureVm(rounds: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-bench-vm-'));
  const data = join(folder, 'data');
  const env = { ...process.env, DKKB_DATA: data };
  const vm = (...words: string[]) => need(process.execPath, [dkkb, 'vm', ...words], { env });
  const port = String(await freePort());
  const options = ['--image', testImage, '--memory', '2048', '--ssh-port', port];
  const bare = new BareVm(join(folder, 'bare'), port);
  try {
    const times = await sideBySide(
      {
        ours: {
          run: () => vm('up', ...options, '--no-wait', '--timeout', '30'),
          after: async () => {
            bare.take(join(data, 'vm'));
            await vm('down', '--yes');
          },
        },
        bare: {
          before: () => bare.makeDisk(),
          run: () => bare.boot(),
          after: () => bare.end(),
        },
      },
      rounds,
    );
    const what = '`dkkb vm up` until SSH answers';
    return [ratioRow(what, times.ours, 'QEMU with the same disk and seed', times.bare, 1.1)];
  } finally {
    await bare.end();
    await vm('down', '--yes');
    rmSync(folder, { recursive: true });
  }
}

/** A VM that is started by the command line of a practice VM, with its seed and a new disk on the same image. */
class BareVm {
  private words: readonly string[] = [];
  private qemu: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly port: string,
  ) {
    mkdirSync(folder);
  }

  /** Takes the words, the seed and the key of the practice VM that runs. */
  take(from: string): void {
    const pid = readFileSync(join(from, 'qemu.pid'), 'utf8').trim();
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    this.words = words.map((word) => word.replaceAll(from, this.folder));
    for (const file of ['seed.iso', 'id_ed25519'])
      copyFileSync(join(from, file), join(this.folder, file));
  }

  async makeDisk(): Promise<void> {
    const disk = join(this.folder, 'disk.qcow2');
    rmSync(disk, { force: true });
    await need('qemu-img', [
      ...['create', '-q', '-f', 'qcow2', '-b', testImage, '-F', 'raw'],
      ...[disk, '20G'],
    ]);
  }

  /** Starts it, and logs in again and again until that succeeds. */
  async boot(): Promise<void> {
    // It ends with this process, also when that is killed.
    const ended = ['--pdeathsig', 'KILL'];
    this.qemu = spawn('setpriv', [...ended, ...this.words], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const end = Date.now() + patience;
    while ((await run('ssh', this.login)).code !== 0) {
      if (this.qemu.exitCode !== null || Date.now() > end)
        throw new Error('the bare VM does not answer by SSH');
      await delay(pause);
    }
  }

  private get login(): readonly string[] {
    return [
      ...['-i', join(this.folder, 'id_ed25519'), '-o', 'IdentitiesOnly=yes', '-p', this.port],
      ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=25', '-o', 'StrictHostKeyChecking=no'],
      ...['-o', 'UserKnownHostsFile=/dev/null', 'ubuntu@127.0.0.1', 'true'],
    ];
  }

  async end(): Promise<void> {
    const { qemu } = this;
    this.qemu = undefined;
    if (qemu === undefined || qemu.exitCode !== null) return;
    const closed = once(qemu, 'close');
    qemu.kill('SIGKILL');
    await closed;
  }
}
