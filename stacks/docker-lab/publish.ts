import type { ContainerPorts } from '@cdktf/provider-docker/lib/container';

const mappingPattern = /^(\d+):(\d+)(?:\/(tcp|udp|sctp))?$/;

/**
 * `8080:80` or `53:53/udp` as the provider's port block; throws with the value and the bound.
 *
 * It is published on 0.0.0.0, the provider's default. Compose leaves the address to the engine, which adds
 * IPv6 where it has it; the provider would see that as a change and replace the container each time.
 */
export function toPort(mapping: string): ContainerPorts {
  const [, host, container, protocol] = mappingPattern.exec(mapping) ?? [];
  if (!host || !container) {
    throw new Error(`port '${mapping}' is not HOST:CONTAINER or HOST:CONTAINER/tcp|udp|sctp`);
  }
  return {
    external: portNumber(host, mapping),
    internal: portNumber(container, mapping),
    ...(protocol && protocol !== 'tcp' ? { protocol } : {}),
  };
}

function portNumber(digits: string, mapping: string): number {
  const port = Number(digits);
  if (port < 1 || port > 65535) {
    throw new Error(`port '${mapping}': ${digits} is not between 1 and 65535`);
  }
  return port;
}
