import { commandOf, type CommandLine } from '../../core/shell/command';
import type { Again } from '../problems/again';
import { runCommand } from '../model/commands';
import type { Service } from '../model/exercise';
import type { ContainerFacts } from '../engine/facts';

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
): CommandLine {
  const withVolumes = containers.some(({ mounts }) => mounts.some(isUnnamed));
  return commandOf('docker', 'rm', withVolumes ? '-fv' : '-f', ...names);
}

/** Whether a mount is of a volume without a name of its own. */
export function isUnnamed({ type, source }: ContainerFacts['mounts'][number]): boolean {
  return type === 'volume' && /^[0-9a-f]{64}$/.test(source);
}
