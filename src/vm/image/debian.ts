import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure } from '../../core/failure';
import { run } from '../../core/machine/process';
import type { Reporter } from '../../core/reporter';
import { imageFolder } from '../place';
import { vmDiskNotBuilt } from '../problems/image';
import { scriptsFolder } from '../user-data';
import { causeIn } from './cause';

const patience = 30 * 60_000;

/** A disk that is built from Debian's packages, from the cache or by the script; its kernel stands beside it. */
export async function debianDisk(reporter: Reporter, end = Infinity): Promise<string> {
  const folder = join(imageFolder(), 'debian');
  const disk = join(folder, 'disk.img');
  if (existsSync(disk)) return disk;
  await mkdir(imageFolder(), { recursive: true, mode: 0o700 });
  const building = {
    ko: '데비안 패키지로 디스크를 만드는 중 (몇 분)',
    en: 'Building a disk from Debian packages (minutes)',
  };
  const words = [join(scriptsFolder(), 'build-vm-disk.sh'), folder];
  const timeout = Math.max(1, Math.min(patience, end - Date.now()));
  const { code, stderr } = await reporter.step(building, () =>
    run('bash', words, { timeout, limit: 16 * 2 ** 20 }),
  );
  if (code === 0) return disk;
  throw new Failure(vmDiskNotBuilt({ said: causeIn(stderr) || `exit ${code}`, log: stderr }));
}
