import { ownAddress } from '../core/machine/own-address';
import type { ClassConfig } from './config/load';

type Allow = Pick<ClassConfig, 'allow'>;

/** Whether this machine's own address is asked for, alone or beside others. */
export function asksOwnAddress({ allow }: Allow): boolean {
  return allow === 'auto' || allow.includes('auto');
}

/** The addresses that may connect, as CIDRs, each once; undefined where `auto` is asked for and this machine's own address cannot be found out. */
export async function allowedAddresses(config: Allow): Promise<readonly string[] | undefined> {
  const said = config.allow === 'auto' ? ['auto'] : config.allow;
  if (!asksOwnAddress(config)) return said;
  const own = await ownAddress();
  if (own === undefined) return undefined;
  return [...new Set(said.map((one) => (one === 'auto' ? own : one)))];
}
