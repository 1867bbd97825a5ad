import { existsSync } from 'node:fs';

import { Failure } from '../core/failure';
import { withLock } from '../core/machine/lock';
import { dataFolder } from '../core/machine/paths';
import { writePrivate } from '../core/machine/private-files';
import { run } from '../core/machine/process';
import type { Reporter } from '../core/reporter';
import { hostOf, type Host } from './hosts';
import { chooseImage } from './image/choose';
import { orForget } from './image/refused';
import { imageOf, requireImage, wantsAnother } from './image/wanted';
import { printOf } from './machine/base';
import { isMade } from './machine/made';
import { requireFreePorts } from './machine/ports';
import { runningVm } from './machine/running';
import { memoryFor } from './machine/space';
import { vmFile } from './place';
import { findMeans, planOf, type Means, type Wishes } from './plan';
import { vmSlow } from './problems/slow';
import { vmBusy } from './problems/state';
import { readVm, requireOwnFiles, writeVm, type VmRecord } from './record';
import { requireKeys, vmKeys } from './seed/keys';
import { seedImage, type Seed } from './seed/seed';

/** A VM that is on its way. */
export interface Started {
  readonly record: VmRecord;
  readonly host: Host;
  /** Whether it was running before. */
  readonly ran: boolean;
}

/** The environment's mirrors, which the scripts of the VM use too. */
function mirrors(env = process.env): Seed['mirror'] {
  const { DKKB_IMAGE_MIRROR: images, DKKB_MIRROR: packages } = env;
  return { ...(images && { images }), ...(packages && { packages }) };
}

/** Makes the VM unless it is there, and starts it unless it runs; killed at any moment, the next call goes on from there. */
export async function startVm(wishes: Wishes, reporter: Reporter): Promise<Started> {
  return holdVm(reporter, async () => {
    const before = await readVm();
    const isNew = before === undefined || !isMade(before);
    if (!isNew) requireKeys();
    if (isNew) await orForget(imageOf(wishes.image, before), before, requireImage);
    const isRunning = before !== undefined && (await runningVm(before)) !== undefined;
    const means = await reporter.step(
      { ko: '가상 머신을 실행할 프로그램을 찾는 중', en: 'Looking for what runs virtual machines' },
      () => findMeans(before?.base ? before.by : wishes.by),
    );
    if (!isNew && wantsAnother(wishes, before)) tellKept(before, reporter);
    if (isRunning) return { record: before, host: hostOf(means, before), ran: true };
    return { ...(await makeAndStart(wishes, before, means, reporter)), ran: false };
  });
}

async function makeAndStart(
  wishes: Wishes,
  before: VmRecord | undefined,
  means: Means,
  reporter: Reporter,
): Promise<{ record: VmRecord; host: Host }> {
  await run('ssh', ['-V'], { timeout: 10_000 });
  await requireOwnFiles();
  const planned = await planOf(wishes, before, means);
  memoryFor(planned.memory);
  await requireFreePorts([planned.sshPort, ...planned.ports.map(({ here }) => here)]);
  await hostOf(means, planned).require();
  tellSlow(means, reporter);
  await writeVm(planned);
  const record = isMade(planned)
    ? planned
    : await makeVm(planned, before, means, reporter, wishes.end);
  const host = hostOf(means, record);
  await writeSeed(record, wishes);
  const starting = { ko: '실습 VM을 켜는 중', en: 'Starting the practice VM' };
  await reporter.step(starting, () => host.start());
  return { record, host };
}

async function makeVm(
  planned: VmRecord,
  before: VmRecord | undefined,
  means: Means,
  reporter: Reporter,
  end: number | undefined,
): Promise<VmRecord> {
  const choose = () => chooseImage(planned, means, reporter, end);
  const image = await orForget(planned.image, before, choose);
  const base = means.by === 'qemu' ? await printOf(image.path) : undefined;
  const record = { ...planned, base, kernel: image.kernel };
  // A disk without them is that of a VM whose keys were lost.
  await vmKeys();
  const making = { ko: '실습 VM의 디스크를 만드는 중', en: 'Making the disk of the practice VM' };
  await reporter.step(making, () => hostOf(means, record).makeDisk(image));
  const made = { ...record, base: base ?? (await printOf(vmFile('vdi'))) };
  await writeVm(made);
  return made;
}

/** The seed tells a VM at its first boot what it is; later boots do not read it. */
async function writeSeed(record: VmRecord, { language }: Wishes): Promise<void> {
  const keys = await vmKeys();
  if (existsSync(vmFile('seed'))) return;
  const seed = seedImage({ ...keys, id: record.id, mirror: mirrors(), language });
  await writePrivate(vmFile('seed'), seed);
}

function tellKept({ image, disk, by }: VmRecord, reporter: Reporter): void {
  reporter.note({
    ko: `이미 있는 실습 VM의 이미지(${image}), 디스크(${disk} GiB), 프로그램(${by})은 바뀌지 않고, 이미지를 다시 확인하지도 않습니다. 새로 만들려면 먼저 지웁니다: dkkb vm down`,
    en: `The practice VM that is there keeps its image (${image}), its disk (${disk} GiB) and its program (${by}), and its image is not verified again. To make a new one, remove it first: dkkb vm down`,
  });
}

function tellSlow(means: Means, reporter: Reporter): void {
  if (means.by !== 'qemu' || !means.choice.slow) return;
  const { message, remedy } = vmSlow(means.choice.slow).describe();
  const lines = (remedy.commands ?? []).map((line) => `\n    ${line}`).join('');
  reporter.note({
    ko: `${message.ko}\n  ${remedy.ko}${lines}`,
    en: `${message.en}\n  ${remedy.en}${lines}`,
  });
}

/** Locks the VM against other commands while `work` changes it; throws `vm-busy` where one holds it for minutes. */
export async function holdVm<T>(reporter: Reporter, work: () => Promise<T>): Promise<T> {
  const waiting = () =>
    reporter.note({
      ko: '다른 dkkb 명령이 실습 VM을 만들거나 지우고 있어 기다립니다.',
      en: 'Waiting for another dkkb command that makes or removes the practice VM.',
    });
  try {
    return await withLock(dataFolder(), 'vm', work, waiting);
  } catch (error) {
    if (error instanceof Failure && error.code === 'lab-busy') throw new Failure(vmBusy({}));
    throw error;
  }
}
