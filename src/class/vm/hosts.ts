import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { instructor } from '../config/practice-vm';
import { consoleOf } from '../aws/console';
import { Failure } from '../../core/failure';
import { hostKeysOf, keysFor, knownHostsLines } from '../../core/ssh/host-keys';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import type { SshOptions } from '../../core/ssh/ssh-target';
import type { ClassSession } from '../session';
import { hostKeyUnknown } from '../problems/vm';

/** A VM that is asked. */
export interface Reachable {
  readonly instance: string;
  readonly address: string;
}

/** How long EC2 may take to answer what a console shows, in seconds. */
const consoleSeconds = 15;

/**
 * How the instructor logs in to a VM; the VM has to have one of the keys that its console shows. Throws
 * `vm-host-key-unknown` where the console shows none and the configuration does not accept any key.
 */
export async function loginTo(
  session: ClassSession,
  vm: Reachable,
): Promise<SshOptions & { readonly knownHosts: string }> {
  const { acceptNewHostKeys } = session.config;
  const keys = await hostKeysOfVm(session, vm.instance);
  if (keys.length === 0 && !acceptNewHostKeys)
    throw new Failure(hostKeyUnknown({ instance: vm.instance }));
  return {
    identity: join(session.keyFolder, instructor),
    knownHosts: await hostsFile(session, vm.instance),
    // Named after the instance: an address may be used again by another one.
    host: { name: vm.instance, isNew: keys.length === 0 },
  };
}

/** The keys of a VM's SSH server: those in its file, else those that its console shows, which are then written to the file. */
export async function hostKeysOfVm(session: ClassSession, instance: string): Promise<string[]> {
  const file = await hostsFile(session, instance);
  const kept = keysFor(instance, await readFile(file, 'utf8').catch(() => ''));
  if (kept.length > 0) return kept;
  const console = await consoleOf(session.config.region, instance, consoleSeconds);
  const shown = hostKeysOf(console);
  if (shown.length > 0) await writePrivate(file, knownHostsLines(instance, shown));
  return shown;
}

async function hostsFile(session: ClassSession, instance: string): Promise<string> {
  const file = hostKeyFile(session, instance);
  await makePrivateFolder(dirname(file));
  return file;
}

/** The file with the known keys of a VM's SSH server; it is named after the instance. */
export function hostKeyFile({ folder }: ClassSession, instance: string): string {
  return join(folder, 'known-hosts', instance);
}
