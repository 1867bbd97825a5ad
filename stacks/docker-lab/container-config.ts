import type { ContainerConfig, ContainerHealthcheck } from '@cdktf/provider-docker/lib/container';

import type { Healthcheck, Service } from '../../src/docker/model/exercise';
import { toMount, type MountContext } from './mount';
import { toPort } from './publish';

/** The seconds that a container has to stop, as Compose and `docker stop` give it. */
const stopSeconds = 10;

/** A Compose service as the arguments of the provider's container, without what ties it to other resources. */
export function toContainerConfig(
  name: string,
  service: Service,
  context: MountContext,
): ContainerConfig {
  const { command, environment, ports, volumes, healthcheck, restart, tty, stdin_open } = service;
  return {
    name,
    image: service.image,
    ...toNetworks(name, service),
    ...(command ? { command: command.map((word) => literal(nonEmpty(name, word))) } : {}),
    ...(environment
      ? { env: Object.entries(environment).map((pair) => literal(pair.join('='))) }
      : {}),
    ...(ports?.length ? { ports: ports.map(toPort) } : {}),
    ...(volumes?.length ? { volumes: volumes.map((mount) => toMount(mount, context)) } : {}),
    ...(healthcheck ? { healthcheck: toHealthcheck(healthcheck) } : {}),
    ...(restart ? { restart } : {}),
    ...(tty ? { tty } : {}),
    ...(stdin_open ? { stdinOpen: stdin_open } : {}),
    destroyGraceSeconds: stopSeconds,
  };
}

/** A text that Terraform takes as it is: `${` and `%{` would begin an expression. */
function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

function nonEmpty(name: string, word: string): string {
  if (word === '')
    throw new Error(`service ${name}: a word of its command is '', which the provider refuses`);
  return word;
}

/**
 * Each network knows the container by its service's name, as with Compose. The mode stays `bridge`: the
 * engine forgets the alias in a network that is also the mode, and the provider disconnects the bridge.
 */
function toNetworks(name: string, { networks = [] }: Service) {
  const joined = networks.map((network) => ({ name: network, aliases: [name] }));
  return { networkMode: 'bridge', ...(joined.length > 0 ? { networksAdvanced: joined } : {}) };
}

function toHealthcheck({
  test,
  interval,
  timeout,
  retries,
  start_period,
}: Healthcheck): ContainerHealthcheck {
  return {
    test: test.map(literal),
    ...(interval ? { interval } : {}),
    ...(timeout ? { timeout } : {}),
    ...(retries === undefined ? {} : { retries }),
    ...(start_period ? { startPeriod: start_period } : {}),
  };
}
