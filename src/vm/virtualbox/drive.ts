import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

import { Failure } from '../../core/failure';
import type { Finished } from '../../core/machine/process';
import type { Image } from '../image/inspect';
import { vmFile, vmFolder, vmName } from '../place';
import { vmNotStarted } from '../problems/start';
import { vmNameTaken, vmVirtualBoxOld } from '../problems/virtualbox';
import type { VmRecord } from '../record';
import { isOn, readFields, readList, readVersion } from './answers';
import * as words from './commands';
import { vboxFailure } from './failures';

/** Runs VBoxManage with these words. */
export type AskVBox = (args: words.Words) => Promise<Finished>;

const oldest = 7;

/** The files of the VM as VirtualBox has them. */
export function vboxFiles(): words.VBoxFiles {
  return {
    folder: vmFolder(),
    disk: vmFile('vdi'),
    seed: vmFile('seed'),
    console: vmFile('console'),
  };
}

/** Throws `vm-virtualbox-old`, or `vm-name-taken` where VirtualBox has another VM of that name. */
export async function requireVBox(ask: AskVBox, { id }: Pick<VmRecord, 'id'>): Promise<void> {
  const told = await need(ask, ['--version']);
  const version = readVersion(told);
  if (version === undefined || version.major < oldest)
    throw new Failure(vmVirtualBoxOld({ version: told.trim() }));
  const other = readList(await need(ask, ['list', 'vms'])).find(
    (one) => one.name === vmName && one.id !== id,
  );
  if (other) throw new Failure(vmNameTaken({ name: vmName, said: other.id }));
}

/** Makes the disk from an image. */
export async function makeVdi(ask: AskVBox, image: Image, record: VmRecord): Promise<void> {
  const next = `${vmFile('vdi')}.part.vdi`;
  // A disk that was on its way when this was killed; VirtualBox may still know it.
  if (existsSync(next)) {
    await ask(['closemedium', 'disk', next]);
    await rm(next, { force: true });
  }
  for (const one of words.diskWords(image, next, record.disk)) await need(ask, one);
  await rename(next, vmFile('vdi'));
}

/** Registers the VM unless it is, sets it up as it is to be now, and starts it. */
export async function startVBox(ask: AskVBox, record: VmRecord, arm: boolean): Promise<void> {
  const files = vboxFiles();
  const { code, stdout } = await ask(words.infoWords(record));
  const fields = code === 0 ? readFields(stdout) : undefined;
  if (fields === undefined) await need(ask, words.createWords(record, files, arm));
  const found = fields ?? new Map<string, string>();
  if (isOn(found.get('VMState') ?? '')) return;
  await need(ask, words.modifyWords(record, files));
  for (const one of words.closePortWords(record, words.rulesOf(found))) await need(ask, one);
  await need(ask, words.openPortWords(record));
  if (!words.hasController(found)) await need(ask, words.controllerWords(record));
  for (const one of words.attachWords(record, files)) await need(ask, one);
  await need(ask, words.startWords(record));
}

/** Why the VM is off; undefined while it runs. */
export async function endOfVBox(ask: AskVBox, record: VmRecord): Promise<Failure | undefined> {
  const { code, stdout, stderr } = await ask(words.infoWords(record));
  if (code !== 0) return vboxFailure(stderr);
  const state = readFields(stdout).get('VMState') ?? '';
  if (isOn(state)) return undefined;
  return new Failure(vmNotStarted({ by: 'virtualbox', said: state || '-', log: '' }));
}

/** Presses the power button of the VM; it goes off by itself. */
export async function pressButton(ask: AskVBox, record: VmRecord): Promise<void> {
  await need(ask, words.stopWords(record, 'acpipowerbutton'));
}

/** Ends and removes the VM with its disk; a VM that is not there is no error. */
export async function removeVBox(ask: AskVBox, record: VmRecord): Promise<void> {
  const listed = readList(await need(ask, ['list', 'vms']));
  if (!listed.some(({ id }) => id === record.id)) return;
  const state = readFields(await need(ask, words.infoWords(record))).get('VMState') ?? '';
  if (isOn(state)) await need(ask, words.stopWords(record, 'poweroff'));
  await need(ask, words.removeWords(record));
}

async function need(ask: AskVBox, args: words.Words): Promise<string> {
  const { code, stdout, stderr } = await ask(args);
  if (code !== 0) throw vboxFailure(stderr || stdout);
  return stdout;
}
