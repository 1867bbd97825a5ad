import { existsSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { homedir, networkInterfaces } from 'node:os';
import { join } from 'node:path';

import { readPage } from './web';

const service = 'https://checkip.amazonaws.com';
const answerTime = 5_000;

/** The address from which this machine is seen on the internet, as a CIDR; undefined when no service tells it within so many milliseconds. */
export async function ownAddress(time = answerTime): Promise<string | undefined> {
  const url = process.env['DKKB_ADDRESS_SERVICE'] || service;
  const text = (await readPage(url, time).catch(() => '')).trim();
  return isIPv4(text) ? `${text}/32` : undefined;
}

/** The addresses of this machine: all of them, and those in networks that other machines may share, IPv4 first. */
export function machineAddresses(): { readonly all: string[]; readonly shared: string[] } {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map((one) => ({ ...one, isShared: !one.internal && !isVirtual.test(name) })),
  );
  const shared = found.filter((one) => one.isShared && !one.address.startsWith('fe80:'));
  shared.sort((a, b) => Number(b.family === 'IPv4') - Number(a.family === 'IPv4'));
  const addressOf = ({ address }: { readonly address: string }) => address;
  return { all: found.map(addressOf), shared: shared.map(addressOf) };
}

/** Networks that engines and virtual machines make for themselves. */
const isVirtual = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|cni|flannel)/;

/** Whether anything on this machine is set up for AWS. */
export function usesAws(): boolean {
  const { AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_SHARED_CREDENTIALS_FILE, AWS_CONFIG_FILE } =
    process.env;
  const folder = join(homedir(), '.aws');
  const files = [
    AWS_SHARED_CREDENTIALS_FILE ?? join(folder, 'credentials'),
    AWS_CONFIG_FILE ?? join(folder, 'config'),
  ];
  return Boolean(AWS_ACCESS_KEY_ID ?? AWS_PROFILE) || files.some((file) => existsSync(file));
}
