import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { Failure } from '../../core/failure';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { knownHostsLines } from '../../core/ssh/host-keys';
import { vmFile, vmFolder, vmName } from '../place';
import { vmKeyLost } from '../problems/lost';

/** The keys of the VM. */
export interface VmKeys {
  readonly authorizedKey: string;
  readonly hostKey: { readonly secret: string; readonly open: string };
}

/** The key that logs in and the key of the VM's SSH server; made here once, so that both are known before the VM answers. */
export async function vmKeys(): Promise<VmKeys> {
  await makePrivateFolder(vmFolder());
  const login = await pair('identity');
  const host = await pair('hostKey');
  await writePrivate(vmFile('publicKey'), `${login.open}\n`);
  const key = host.open.split(' ').slice(0, 2).join(' ');
  await writePrivate(vmFile('knownHosts'), knownHostsLines(vmName, [key]));
  return { authorizedKey: login.open, hostKey: host };
}

/** Throws `vm-key-lost` where a VM that has its disk has lost a key: it read them at its first boot only. */
export function requireKeys(): void {
  const lost = (['identity', 'hostKey'] as const).map(vmFile).find((path) => !existsSync(path));
  if (lost !== undefined) throw new Failure(vmKeyLost({ file: lost }));
}

async function pair(name: 'identity' | 'hostKey'): Promise<{ secret: string; open: string }> {
  const { newKey, publicHalf } = await import('../../core/ssh/ssh-key');
  const path = vmFile(name);
  const found = await readFile(path).catch(() => undefined);
  const secret = found ?? Buffer.from(newKey());
  if (!found) await writePrivate(path, secret);
  return { secret: secret.toString('utf8'), open: publicHalf(secret) };
}
