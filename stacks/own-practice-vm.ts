import { join } from 'node:path';

import { cdktfFleet, practiceVm } from '../src/class/config/fleet';
import { loadConfig, type ClassConfig } from '../src/class/config/load';
import { instructor, studentVms, type PracticeVmProps } from '../src/class/config/practice-vm';
import { ensureKeyPairs } from '../src/class/terraform/key-pairs';
import { allowedAddresses, asksOwnAddress } from '../src/class/allowed-addresses';
import { usesAws } from '../src/core/machine/own-address';
import { fleetFolder } from '../src/core/machine/paths';
import { makePrivateFile } from '../src/core/machine/private-files';
import type { Unready } from './unready-stack';

interface StateFolder {
  readonly folder: string;
  readonly way: string;
}

const stateFile = `${practiceVm.stack}.tfstate`;

/** What `cdktf deploy practice-vm` makes of a project's configuration, or the reason why it makes nothing. */
export async function ownPracticeVm(
  project: string,
  stateFolder: StateFolder,
): Promise<PracticeVmProps | Unready> {
  return propsOf(project, stateFolder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`no ${practiceVm.stack}: ${reason}`);
    return { reason, state: `${stateFolder.way}/${stateFile}` };
  });
}

/** The keys are made here. */
async function propsOf(project: string, stateFolder: StateFolder): Promise<PracticeVmProps> {
  const config = loadConfig(project);
  const fleet = cdktfFleet(config.class);
  const keyFolder = join(fleetFolder(fleet), 'keys');
  const ids = config.students.map(({ id }) => id);
  const keys = await ensureKeyPairs(keyFolder, [instructor, ...ids]);
  const instructorKey = keys.get(instructor) ?? '';
  const publicKeys = Object.fromEntries(ids.map((id) => [id, keys.get(id) ?? '']));
  const allow = await addressesOf(config);
  await makePrivateFile(join(stateFolder.folder, stateFile));
  return {
    ...config,
    fleet,
    allow,
    ...studentVms(config, publicKeys, instructorKey),
    instructorKey,
    keyFolder,
    state: `${stateFolder.way}/${stateFile}`,
  };
}

/** On a machine that is not set up for AWS, no service is asked for the address. */
async function addressesOf(config: ClassConfig): Promise<readonly string[] | undefined> {
  return asksOwnAddress(config) && !usesAws() ? undefined : allowedAddresses(config);
}
