import { runCommand } from '../model/commands';
import type { Service } from '../model/lab';
import type { ContainerFacts } from '../engine/facts';

/** The commands that a problem advises where a container has to be made again. */
export interface Again extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly remove: string;
  readonly run: string;
}

/** How the container of a service is made again. */
export function makeAgain(
  name: string,
  service: Service,
  container: ContainerFacts | undefined,
): Again {
  return {
    name,
    remove: removeCommand([name], container ? [container] : []),
    run: runCommand(name, service),
  };
}

/** The command that removes containers; the volumes that an image has given them without a name go with them. */
export function removeCommand(
  names: readonly string[],
  containers: readonly Pick<ContainerFacts, 'mounts'>[],
): string {
  const withVolumes = containers.some(({ mounts }) => mounts.some(isUnnamed));
  return `docker rm ${withVolumes ? '-fv' : '-f'} ${names.join(' ')}`;
}

function isUnnamed({ type, source }: ContainerFacts['mounts'][number]): boolean {
  return type === 'volume' && /^[0-9a-f]{64}$/.test(source);
}
