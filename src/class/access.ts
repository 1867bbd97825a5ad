import type { CloudResource } from './aws/resource';
import type { ClassConfig } from './config/load';
import { openPorts } from './config/practice-vm';

/** What `up` changes in who may connect to the VMs that exist: addresses as CIDRs, and ports or ranges of them. */
export interface AccessChange {
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  readonly openedPorts: readonly string[];
  readonly closedPorts: readonly string[];
}

/** What the configuration would change; undefined where nobody may connect yet, or where the own address is not known. */
export function accessChange(
  config: Pick<ClassConfig, 'ports'> & { readonly allow: readonly string[] | undefined },
  things: readonly CloudResource[],
): AccessChange | undefined {
  const { allow } = config;
  const lets = things.find(({ kind }) => kind === 'group')?.lets;
  if (!lets || !allow) return undefined;
  const rules = lets.map((rule) => rule.split(' '));
  const addresses = rules.map(([, address = '']) => address);
  const ports = rules.map(([port = '']) => port);
  return {
    opened: without(allow, addresses),
    closed: without(addresses, allow),
    openedPorts: without(openPorts(config), ports),
    closedPorts: without(ports, openPorts(config)),
  };
}

function without(all: readonly string[], others: readonly string[]): string[] {
  return [...new Set(all)].filter((one) => !others.includes(one));
}

/** Whether somebody who may connect now could not any more. */
export function closesAny(change: AccessChange | undefined): boolean {
  return change !== undefined && change.closed.length + change.closedPorts.length > 0;
}
