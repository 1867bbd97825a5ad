import { join } from 'node:path';

import { allowedAddresses } from './allowed-addresses';
import type { ClassConfig } from './config/load';
import { findFleet } from './aws/fleet';
import { findInstances } from './aws/instances';
import type { CloudResource } from './aws/resource';
import { Failure } from '../core/failure';
import { once } from '../core/once';
import { withLock } from '../core/machine/lock';
import { dataFolder, fleetFolder } from '../core/machine/paths';
import { makePrivateFolder } from '../core/machine/private-files';
import { awaitState, type Holder } from './terraform/state';
import { classBusy, addressUnknown } from './problems/aws';
import { classEnded } from './problems/class';
import { lastEnding } from './records/running';

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
  /** The addresses that may connect, asked once: what is planned is what is made. Undefined where the own one is not known. */
  readonly allowed: () => Promise<readonly string[] | undefined>;
}

/** Makes the folder of a class, and opens the class with a configuration. */
export async function openClass(config: ClassConfig, project: string): Promise<ClassSession> {
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
    allowed: once(() => allowedAddresses(config)),
  };
}

/**
 * Locks a class while `work` makes or changes it: against other terminals, and against a Terraform that still runs
 * after its command was killed. Throws `class-ended` where another command ended the class while this one waited.
 */
export async function holdClass<T>(
  { folder, fleet, state, pluginCache }: ClassSession,
  work: () => Promise<T>,
  onWait: (holder?: Holder) => void,
): Promise<T> {
  const begun = new Date().toISOString();
  return lockClass(
    { folder, fleet },
    async () => {
      const ending = await lastEnding(folder);
      if (ending !== undefined && ending > begun)
        throw new Failure(classEnded({ name: fleet, at: ending }));
      await awaitState(folder, state, pluginCache, onWait);
      return work();
    },
    onWait,
  );
}

/** Locks a class against other terminals while `work` runs. Needs no Terraform and no state. */
export async function lockClass<T>(
  { folder, fleet }: Pick<ClassSession, 'folder' | 'fleet'>,
  work: () => Promise<T>,
  onWait: () => void,
): Promise<T> {
  try {
    return await withLock(folder, fleet, work, onWait);
  } catch (error) {
    if (error instanceof Failure && error.code === 'lab-busy')
      throw new Failure(classBusy({ name: fleet }));
    throw error;
  }
}

/** What the cloud has of a class in its region, without terminated instances. */
export function cloudOf({ config, fleet }: ClassSession): Promise<CloudResource[]> {
  return findFleet(config.region, fleet);
}

/** The VMs of a class in its region; terminated ones only when asked for. */
export function instancesOf(
  { config, fleet }: ClassSession,
  options: { readonly terminated?: boolean } = {},
): Promise<CloudResource[]> {
  return findInstances(config.region, fleet, options);
}

/** The addresses that may connect, as CIDRs; throws `address-unknown` where this machine's own address cannot be found out. */
export async function addressesOf({ allowed }: ClassSession): Promise<readonly string[]> {
  const addresses = await allowed();
  if (addresses === undefined) throw new Failure(addressUnknown({}));
  return addresses;
}
