import { join } from 'node:path';

import { awsTags } from './config/fleet';
import { allowedAddresses } from './allowed-addresses';
import { loadConfig, type ClassConfig } from './config/load';
import { instructor, type PracticeVmProps } from './config/practice-vm';
import { findFleet, findInstances, type CloudResource } from './aws/fleet';
import { Failure } from '../core/failure';
import { ensureKeyPairs } from './terraform/key-pairs';
import { withLock } from '../core/machine/lock';
import { dataFolder, fleetFolder } from '../core/machine/paths';
import { makePrivateFolder } from '../core/machine/private-files';
import { awaitState, type Holder } from './terraform/state';
import { classBusy, addressUnknown } from './problems/aws';

/** A class that a command works on: its configuration and its folders on this machine. */
export interface ClassSession {
  readonly config: ClassConfig;
  readonly fleet: string;
  readonly folder: string;
  readonly keyFolder: string;
  readonly state: string;
  readonly pluginCache: string;
  /** The built program that writes the Terraform JSON. */
  readonly synthesizer: string;
}

/** Reads the configuration of a folder, and makes the class's own folder. */
export async function openClass(
  folder: string,
  project: string,
  file?: string,
): Promise<ClassSession> {
  const config = loadConfig(folder, file === undefined ? {} : { file });
  const own = fleetFolder(config.class);
  const pluginCache = join(dataFolder(), 'terraform-plugins');
  await makePrivateFolder(own);
  await makePrivateFolder(pluginCache);
  return {
    config,
    fleet: config.class,
    folder: own,
    keyFolder: join(own, 'keys'),
    state: join(own, 'terraform.tfstate'),
    pluginCache,
    synthesizer: join(project, 'build', 'fleet.cjs'),
  };
}

/** Locks a class while `work` changes it: against other terminals, and against a Terraform that still runs after its command was killed. */
export async function holdClass<T>(
  { folder, fleet, state, pluginCache }: ClassSession,
  work: () => Promise<T>,
  onWait: (holder?: Holder) => void,
): Promise<T> {
  const alone = async () => {
    await awaitState(folder, state, pluginCache, onWait);
    return work();
  };
  try {
    return await withLock(folder, fleet, alone, onWait);
  } catch (error) {
    if (error instanceof Failure && error.code === 'lab-busy')
      throw new Failure(classBusy({ name: fleet }));
    throw error;
  }
}

/** What the cloud has of a class in its region, without terminated instances. */
export function cloudOf({ config, fleet }: ClassSession): Promise<CloudResource[]> {
  return findFleet(config.region, fleet, awsTags);
}

/** The VMs of a class in its region; terminated ones only when asked for. */
export function instancesOf(
  { config, fleet }: ClassSession,
  options: { readonly terminated?: boolean } = {},
): Promise<CloudResource[]> {
  return findInstances(config.region, fleet, awsTags, options);
}

/** Everything that the class is made from, for these students; keys are made where they are missing. */
export async function propsOf(
  session: ClassSession,
  ids: readonly string[],
): Promise<PracticeVmProps> {
  const { config, fleet, keyFolder, state } = session;
  const [keys, allow] = await Promise.all([
    ensureKeyPairs(keyFolder, [instructor, ...ids]),
    addressesOf(config),
  ]);
  return {
    ...config,
    fleet,
    allow,
    keyFolder,
    state,
    students: Object.fromEntries(ids.map((id) => [id, keys.get(id) ?? ''])),
    instructorKey: keys.get(instructor) ?? '',
  };
}

/** The addresses that may connect, as CIDRs; throws `address-unknown` where this machine's own address cannot be found out. */
export async function addressesOf(config: ClassConfig): Promise<readonly string[]> {
  const addresses = await allowedAddresses(config);
  if (addresses === undefined) throw new Failure(addressUnknown({}));
  return addresses;
}
