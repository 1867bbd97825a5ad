import { ownAddress } from '../core/machine/own-address';
import type { ClassConfig } from './config/load';

/** The addresses that may connect, as CIDRs; undefined where `auto` is asked for and this machine's own address cannot be found out. */
export async function allowedAddresses({
  allow,
}: Pick<ClassConfig, 'allow'>): Promise<readonly string[] | undefined> {
  if (allow !== 'auto') return allow;
  const own = await ownAddress();
  return own === undefined ? undefined : [own];
}
